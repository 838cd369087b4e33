import Database

/// Another contact of the account has this e-mail or phone already.
public struct DuplicateContact: Error, Equatable {
    public let contact: ContactID
    public let name: String
    public let field: ContactProperty

    /// Looks at what an edit would change alone: who is a duplicate already can still be edited.
    ///
    /// - Throws: `DuplicateContact`, `NotFound.contact`.
    static func refuse(
        _ connection: Connection, _ account: AccountID, _ id: ContactID, _ edit: ContactEdit, now: Milliseconds
    ) throws {
        let policy = try DuplicatePolicy(connection, account)
        if policy.allowsDuplicates { return }
        guard let contact = try ContactStore.contact(connection, account, id) else { throw NotFound.contact }
        let email = (edit.properties[.email] ?? nil).flatMap(EmailAddress.init)?.key
        let phone = (edit.properties[.phone] ?? nil).flatMap(PhoneNumber.init)?.key
        let keepsEmail = email == contact.properties[.email].flatMap(EmailAddress.init)?.key
        let keepsPhone = phone == contact.properties[.phone].flatMap(PhoneNumber.init)?.key
        let keys = ContactKeys(
            email: keepsEmail ? nil : edit.properties[.email] ?? nil,
            phone: keepsPhone ? nil : edit.properties[.phone] ?? nil, first: policy.order)
        try keys.claim(connection, account, now: now)
        guard let owner = try keys.owners(connection, account).first(where: { $0.contact.id != id }) else { return }
        throw DuplicateContact(contact: owner.contact.id, name: owner.contact.displayName, field: owner.property)
    }
}
