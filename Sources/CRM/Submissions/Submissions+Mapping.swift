import Database

extension Submissions {
    /// From now on, a form field of this name goes where the owner said, and the submission's contact gets the value where it
    /// has none: both, or neither.
    ///
    /// - Returns: whether the contact has the value now.
    /// - Throws: `FieldError`, `NotFound.conversion`.
    public func map(
        _ account: AccountID, _ submission: ConversionID, fieldNamed name: String, to target: FieldTarget,
        by maker: ContactMaker, _ actor: AuditActor, now: Milliseconds
    ) async throws -> Bool {
        let ids = ids
        return try await database.write { connection in
            try Fields.map(connection, account, fieldNamed: name, to: target)
            try Audit.note(connection, account, .settingChanged, "form field", by: actor, at: now)
            return try Contacts.fill(
                connection, account, from: submission, fieldNamed: name, at: target, by: maker, ids: ids, now: now)
        }
    }
}
