import CRM
import Testing

/// What the owner does by hand.
extension Site {
    @discardableResult
    func create(
        _ properties: [ContactProperty: String], allowsDuplicates: Bool = false, at moment: Milliseconds = .start,
        by maker: ContactMaker = .person(email: "owner@clinic.example")
    ) async throws -> ContactID {
        let creation = try await crm.contacts.create(
            account, ContactEdit(properties), by: maker, allowsDuplicates: allowsDuplicates, now: moment)
        guard case .created(let id) = creation else { throw Unmade() }
        return id
    }

    func edit(_ contact: ContactID, _ properties: [ContactProperty: String?], at moment: Milliseconds) async throws {
        var edit = ContactEdit()
        edit.properties = properties
        try await crm.contacts.update(
            account, contact, edit, by: .person(email: "owner@clinic.example"), now: moment)
    }

    @discardableResult
    func field(_ name: String, fillable: Bool = true) async throws -> CustomField {
        try await crm.fields.create(
            account, name: name, type: .text, options: [], fillable: fillable, derivedFrom: nil, now: .start)
    }

    @discardableResult
    func undo(_ event: CaptureEvent, at moment: Milliseconds) async throws -> ContactID {
        try await crm.undo.split(account, try await submission(of: event).id, now: moment)
    }
}

/// A story began with a contact that could not be made.
struct Unmade: Error {}

extension ContactEdit {
    init(_ properties: [ContactProperty: String]) {
        self.init()
        self.properties = properties.mapValues { $0 }
    }
}
