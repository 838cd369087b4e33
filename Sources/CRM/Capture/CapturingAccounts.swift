import Attribution
import Database
import Synchronization

/// The accounts that events came for lately, as batches look at them.
///
/// What is stored of one is read in every batch, and hardly ever another than before: only then it is put together anew.
/// Nothing is taken for granted that was not read in the batch's own transaction, so nodes agree.
final class CapturingAccounts: Sendable {
    private let accounts = Mutex<[AccountID: StoredAccount]>([:])
    private let names = Mutex<[AccountID: StoredNames]>([:])

    /// So many are remembered at most.
    private static let most = 1_024

    private struct StoredAccount {
        let row: Row
        let account: Account
        let judging: [Int]
    }

    private struct StoredNames {
        let fields: [Row]
        let mappings: [Row]
        let names: FieldNames
    }

    /// - Parameter submitting: the accounts whose submissions the batch has, and whose names of fields it needs.
    func contexts(
        _ connection: Connection, _ ids: Set<AccountID>, submitting: Set<AccountID>, _ shelf: BookShelf
    ) throws -> [AccountID: AccountContext] {
        guard !ids.isEmpty else { return [:] }
        var contexts: [AccountID: AccountContext] = [:]
        for row in try AccountStore.capturingRows(connection, Array(ids)) {
            let stored = try stored(row)
            let account = stored.account
            contexts[account.id] = AccountContext(
                account: account, names: submitting.contains(account.id) ? try names(connection, account.id) : nil,
                books: try shelf.books(
                    connection, account.id, current: account.rulesRevision ?? 0, judging: stored.judging))
        }
        return contexts
    }

    private func stored(_ row: Row) throws -> StoredAccount {
        let id: AccountID = try row["id"]
        if let known = accounts.withLock({ $0[id] }), known.row == row { return known }
        let judging: String? = try row["judging"]
        let stored = StoredAccount(
            row: row, account: try AccountStore.capturing(row),
            judging: (judging ?? "").split(separator: " ").compactMap { Int($0) }.sorted())
        accounts.withLock { Self.keep(stored, as: id, in: &$0) }
        return stored
    }

    private func names(_ connection: Connection, _ account: AccountID) throws -> FieldNames {
        let fields = try FieldStore.fillableRows(connection, account)
        let mappings = try FieldStore.mappingRows(connection, account)
        if let known = names.withLock({ $0[account] }), known.fields == fields, known.mappings == mappings {
            return known.names
        }
        let made = FieldNames(fields: try fields.map(FieldStore.field), mappings: try FieldStore.mappings(mappings))
        names.withLock { Self.keep(StoredNames(fields: fields, mappings: mappings, names: made), as: account, in: &$0) }
        return made
    }

    private static func keep<Value>(_ value: Value, as id: AccountID, in known: inout [AccountID: Value]) {
        if known.count >= most { known.removeAll() }
        known[id] = value
    }
}
