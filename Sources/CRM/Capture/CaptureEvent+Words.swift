extension CaptureEvent {
    /// The landing that came along, else the page itself: all that is known when the session is not.
    var arrival: CapturedLanding { landing ?? CapturedLanding(url: url, referrer: referrer, at: occurredAt) }

    var fields: [FilledField] {
        switch kind {
        case .form(let fill): fill.hiddenFields + fill.fields
        case .identify(let fields): fields
        case .pageView, .custom: []
        }
    }

    var fill: FormFill? {
        if case .form(let fill) = kind { fill } else { nil }
    }

    var isForm: Bool { fill != nil }

    var isOwnForm: Bool { fill?.origin == .own }

    /// External forms mark their contacts.
    var tag: String? {
        guard let fill, fill.origin == .external else { return nil }
        return Conversion.tag(ofExternalForm: fill.formName)
    }
}

extension Conversion {
    var tag: String? {
        guard kind == .externalForm else { return nil }
        return formName.map(Self.tag)
    }

    static func tag(ofExternalForm name: String) -> String { "external form: \(name)" }
}

extension FormFill {
    /// The hidden Source is kept like an answer, so that an Undo knows it.
    fileprivate var hiddenFields: [FilledField] {
        hiddenSource.map { [FilledField(name: "source", label: nil, values: [$0])] } ?? []
    }
}
