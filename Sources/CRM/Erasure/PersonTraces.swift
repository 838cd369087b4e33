import Database

/// What leads from a contact to the rest of what is known about a person.
struct PersonTraces {
    let account: AccountID
    let contact: ContactID
    /// The browsers that are linked to the contact.
    let visitors: [VisitorID]
    /// Their visits that are the contact's or nobody's.
    let sessions: [SessionID]
    /// What the contact is called; nil when nobody has said.
    let name: String?
    /// Submissions without a contact, held or discarded, that came from one of these browsers or name one of the addresses
    /// or the phone number.
    let strays: [ConversionID]

    /// - Throws: `NotFound.contact`.
    init(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws {
        guard let found = try ContactStore.contact(connection, account, contact) else { throw NotFound.contact }
        let former = try ContactStore.additionalEmails(connection, [Scoped(account, contact)]).values.joined()
        self.account = account
        self.contact = contact
        name = found.properties.isEmpty ? nil : found.displayName
        let visitors = try PersonStore.visitors(connection, account, contact)
        self.visitors = visitors
        sessions = try PersonStore.sessions(connection, account, contact, visitors)
        let addresses = ([found.properties[.email]].compactMap { $0 } + former).compactMap { EmailAddress($0)?.key }
        let phone = found.properties[.phone].flatMap(PhoneNumber.init)?.key
        strays = try PersonStore.strays(connection, account).filter { stray in
            stray.visitor.map(visitors.contains) == true || stray.emails.contains(where: addresses.contains)
                || phone.map(stray.phones.contains) == true
        }.map(\.id)
    }
}

/// A submission that belongs to no contact.
struct StraySubmission {
    let id: ConversionID
    let visitor: VisitorID?
    /// Every value that is an e-mail address, folded as contacts are compared.
    let emails: [String]
    /// Every value that could be a phone number, as contacts are compared.
    let phones: [String]
}
