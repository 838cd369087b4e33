import Attribution
import Database

/// The opinions of the revision in use, walked along beside rows that were read, newest keys first like them: a page at
/// a time, so that a revision with few opinions costs little and one with millions no more memory.
struct OpinionPages {
    enum Table: String {
        case session, attribution

        /// A key as it is stored.
        func value(_ key: [UInt8]) -> SQLValue {
            switch self {
            case .session: .blob(key)
            case .attribution: .text(String(decoding: key, as: UTF8.self))
            }
        }
    }

    struct Opinion {
        let key: [UInt8]
        let source: Source
        let rule: String
    }

    private static let size = 500

    private let connection: Connection
    private let account: AccountID
    private let revision: Int
    private let table: Table
    private var page: [Opinion] = []
    private var position = 0
    private var hasMore = true
    /// Everything that is left lies before this key.
    private var end: SQLValue?

    init(_ connection: Connection, _ account: AccountID, _ revision: Int, _ table: Table, before end: SQLValue?) {
        self.connection = connection
        self.account = account
        self.revision = revision
        self.table = table
        self.end = end
    }

    /// The opinion on the row with this key; the keys that are asked for only go down.
    mutating func opinion(of key: some Collection<UInt8>) throws -> Opinion? {
        while try fill() {
            let head = page[position]
            if head.key.elementsEqual(key) { return head }
            if head.key.lexicographicallyPrecedes(key) { return nil }
            position += 1
        }
        return nil
    }

    /// Whether the page has an opinion left, after the next one was read if need be.
    private mutating func fill() throws -> Bool {
        if position < page.count { return true }
        guard hasMore else { return false }
        page.removeAll(keepingCapacity: true)
        position = 0
        let key = "\(table.rawValue)_id"
        try connection.scan(
            """
            select \(key), source, rule_number from \(table.rawValue)_opinions
            where account_id = $1 and revision = $2 \(end == nil ? "" : "and \(key) < $4")
            order by \(key) desc limit $3
            """, [account, revision, Self.size] + (end.map { [$0] } ?? [])
        ) { row in
            page.append(
                Opinion(
                    key: row.bytes(0).map(Array.init) ?? [], source: try row.source(at: 1), rule: row.text(2) ?? ""))
            return true
        }
        hasMore = page.count == Self.size
        end = page.last.map { table.value($0.key) } ?? end
        return !page.isEmpty
    }
}
