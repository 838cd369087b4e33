import Database

/// What leads from a contact to the rest of what is known about a person.
struct PersonTraces {
    let account: AccountID
    let contact: ContactID
    /// The browsers that are linked to the contact.
    let visitors: [VisitorID]
    /// Their visits that are the contact's or nobody's.
    let sessions: [SessionID]
    /// Submissions without a contact, held or discarded, that came from one of these browsers or name one of the addresses.
    let strays: [ConversionID]

    /// - Throws: `NotFound.contact`.
    init(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws {
        guard let found = try ContactStore.contact(connection, account, contact) else { throw NotFound.contact }
        let former = try ContactStore.additionalEmails(connection, [Scoped(account, contact)]).values.joined()
        self.account = account
        self.contact = contact
        let visitors = try PersonStore.visitors(connection, account, contact)
        self.visitors = visitors
        sessions = try PersonStore.sessions(connection, account, contact, visitors)
        let addresses = ([found.properties[.email]].compactMap { $0 } + former).compactMap { EmailAddress($0)?.key }
        strays = try PersonStore.strays(connection, account).filter { stray in
            stray.visitor.map(visitors.contains) == true || stray.emails.contains(where: addresses.contains)
        }.map(\.id)
    }
}

/// A submission that belongs to no contact.
struct StraySubmission {
    let id: ConversionID
    let visitor: VisitorID?
    /// Every value that is an e-mail address, folded as contacts are compared.
    let emails: [String]
}
