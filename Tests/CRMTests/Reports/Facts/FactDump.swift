import Attribution
import Database

@testable import CRM

/// Everything that an account's facts say, in a form that does not depend on parts and codes.
enum FactDump {
    static func lines(_ house: House, _ account: AccountID) async throws -> [String] {
        try await house.database.read { try lines($0, account) }
    }

    static func lines(_ connection: Connection, _ account: AccountID) throws -> [String] {
        let dictionaries = FactDictionaries()
        let fields = try FieldStore.all(connection, account).map { ReportField.customField($0.id) }
        return try ReportSubject.allCases.flatMap { subject in
            try lines(connection, account, subject, fields, dictionaries)
        }
    }

    private static func lines(
        _ connection: Connection, _ account: AccountID, _ subject: ReportSubject,
        _ custom: [ReportField],
        _ dictionaries: FactDictionaries
    ) throws -> [String] {
        let plain: [ReportField] = [.contactSource, .tag, .conversionKind, .pipeline, .stage, .status]
        let fields = ReportDimension.allCases.map(ReportField.attribution) + plain + custom
        let reported = fields.filter { $0.belongs(to: subject) }.flatMap { field in
            AttributionPosition.allCases.map { FactColumn.report(ReportColumn(field, $0)) }
        }
        let columns =
            Array(Set(reported.map { $0.stored(of: subject) })).sorted { $0.name < $1.name } + [.currency]
        let words = try dictionaries.dictionaries(
            connection, account, epoch: FactState.readiness(connection, account).epoch,
            Set(columns.compactMap(\.dictionary)))
        var lines: [String] = []
        try FactReader.scan(
            connection, account, subject, range: Int64.min..<Int64.max,
            columns: columns + [.contact, .visitor, .value]
        ) { part in
            for row in 0..<part.rows { lines.append(try line(part, row, columns, words)) }
        }
        return lines
    }

    private static func line(
        _ part: FactPart, _ row: Int, _ columns: [FactColumn], _ words: [String: FactDictionary]
    ) throws -> String {
        var texts = ["\(part.subject) \(part.moments[row])"]
        if let contacts = try part.contacts() { texts.append(contacts[row]) }
        if let visitors = try part.visitors() { texts.append("\(visitors[row])") }
        if let values = try part.values() { texts.append("\(values[row])") }
        for column in columns {
            let values = column.dictionary.flatMap { words[$0]?.values } ?? []
            let codes: [Int] =
                column.isList
                ? try part.lists(column).map { $0[row].map(Int.init) } ?? []
                : try part.codes(column).map { [$0[row]] } ?? []
            let named = codes.filter { $0 > 0 }.map { values[$0] ?? "nothing" }.sorted()
            if !named.isEmpty { texts.append("\(column.name)=\(named.joined(separator: "|"))") }
        }
        return texts.joined(separator: " ")
    }
}

extension Site {
    /// What the facts say once all that has changed is in them.
    func facts(at moment: Milliseconds = .on(30)) async throws -> [String] {
        try await crm.facts.catchUp(now: moment)
        return try await FactDump.lines(house, account)
    }

    /// What facts say that are made from nothing.
    func factsFromNothing(at moment: Milliseconds = .on(30)) async throws -> [String] {
        try await house.database.write { connection in
            for table in ["report_parts", "report_columns", "report_values", "report_marks"] {
                try connection.execute("delete from \(table)")
            }
        }
        try await crm.facts.rebuild()
        return try await facts(at: moment)
    }
}
