import Database

extension Contacts {
    /// Writes a note on a contact's timeline.
    ///
    /// - Throws: `NotFound.contact`.
    public func addNote(
        _ account: AccountID, _ id: ContactID, text: String, by maker: ContactMaker, now: Milliseconds
    ) async throws {
        guard let text = text.trimmed.cut(to: 10_000).nonEmpty else { return }
        let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
        try await database.write { connection in
            guard try ContactStore.contact(connection, account, id) != nil else { throw NotFound.contact }
            try TimelineStore.insert(
                connection, account, id,
                [
                    TimelineEntry(
                        id: entry.rawValue, at: now, conversion: nil, event: .note(by: maker.name, text: text))
                ])
        }
    }
}
