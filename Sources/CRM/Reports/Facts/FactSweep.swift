import Attribution
import Database

/// Finds the values of one field that no part uses any more: an erased person's words do not stay.
struct FactSweep: Sendable {
    let account: AccountID
    /// Nil when there is no field left.
    let field: String?
    let unused: [Int]
    /// After which field the next turn looks: this one once more, when it has more of them than one transaction deletes.
    private let place: String?

    init(_ connection: Connection, _ account: AccountID, after last: String, atMost limit: Int = 20_000) throws {
        self.account = account
        field = try FactValueStore.field(connection, account, after: last)
        let all = try field.map { try Self.unused(connection, account, $0) } ?? []
        unused = Array(all.prefix(limit))
        place = all.count > limit ? last : field
    }

    private static func unused(_ connection: Connection, _ account: AccountID, _ field: String) throws -> [Int] {
        var used = [Bool](repeating: false, count: try FactValueStore.lastCode(connection, account, field) + 1)
        let isList = ReportField(rawValue: field)?.isList ?? false
        try FactPartStore.forEachColumn(connection, account, named: columns(of: field)) { rows, data in
            if isList {
                for code in try FactLists(stored: data, count: rows).codes { try note(code, &used) }
            } else {
                try FactCodes(stored: data, count: rows).withUnsafeCodes { span in
                    for row in 0..<span.count { try note(span[row], &used) }
                }
            }
        }
        var unused: [Int] = []
        try FactValueStore.forEach(connection, account, field, after: 0) { code, _ in
            if !used[code] { unused.append(code) }
        }
        return unused
    }

    /// - Throws: `FactError.damaged` for a code that stands for nothing.
    private static func note(_ code: UInt32, _ used: inout [Bool]) throws(FactError) {
        guard code < used.count else { throw .damaged }
        used[Int(code)] = true
    }

    /// The columns whose codes a dictionary is for.
    private static func columns(of field: String) -> [String] {
        guard let known = ReportField(rawValue: field) else { return [field] }
        return Set(AttributionPosition.allCases.map { FactColumn.report(ReportColumn(known, $0)).name }).sorted()
    }

    /// Deletes them and gives the dictionaries another epoch.
    func write(_ connection: Connection, next: Milliseconds) throws {
        if let field { try FactValueStore.delete(connection, account, field, unused) }
        try FactState.swept(connection, account, place, isOtherEpoch: !unused.isEmpty, next: next)
    }
}
