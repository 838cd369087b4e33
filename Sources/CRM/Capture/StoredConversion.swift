/// A conversion as it is written: with the event itself as long as it is held.
struct StoredConversion: Sendable {
    var conversion: Conversion
    /// Nil once it is accepted.
    private(set) var payload: HeldEvent?
    let wasHeld: Bool

    init(_ claim: Claim, id: ConversionID, now: Milliseconds) {
        let event = claim.event
        conversion = Conversion(
            id: id, event: event.id, kind: event.conversionKind, status: .accepted, heldReason: nil, contact: nil,
            visitor: event.visitor, session: claim.session?.key, formID: event.fill?.formID,
            formName: event.fill?.formName, pageURL: event.url, fields: claim.fields.submitted,
            occurredAt: event.occurredAt, receivedAt: now)
        wasHeld = false
    }

    init(held conversion: Conversion, payload: HeldEvent) {
        self.conversion = conversion
        self.payload = payload
        wasHeld = true
    }

    mutating func hold(_ claim: Claim, reason: HeldReason, timeZone: String?) {
        conversion.status = .held
        conversion.heldReason = reason
        payload = HeldEvent(claim.event, ipStorage: claim.context.account.ipStorage, timeZone: timeZone)
    }

    /// The fields of a released one go where they go today.
    mutating func accept(_ claim: Claim, for contact: ContactID, isConversion: Bool) {
        conversion.status = .accepted
        conversion.heldReason = nil
        conversion.contact = contact
        conversion.fields = claim.fields.submitted
        if !isConversion { conversion.kind = .update }
        payload = nil
    }
}

extension CaptureEvent {
    fileprivate var conversionKind: Conversion.Kind {
        switch fill?.origin {
        case .own: .ownForm
        case .external: .externalForm
        case nil: .identify
        }
    }
}
