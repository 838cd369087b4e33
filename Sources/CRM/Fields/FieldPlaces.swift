import Database

extension Fields {
    /// Where form fields of these names and labels go today, in their order; nil: kept with the submission only.
    public func targets(
        _ account: AccountID, of questions: [(name: String, label: String?)]
    ) async throws -> [FieldTarget?] {
        try await database.read { connection in
            let names = FieldNames(
                fields: try FieldStore.all(connection, account), mappings: try FieldStore.mappings(connection, account))
            return questions.map { names.target(name: $0.name, label: $0.label) }
        }
    }
}
