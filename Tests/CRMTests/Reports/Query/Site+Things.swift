import Attribution
import Database

@testable import CRM

extension Site {
    /// Writes the facts of things, in parts of a few rows, and says that they are ready.
    func store(_ things: [Thing], rowsInPart: Int = 7) async throws {
        let account = account
        try await house.database.write { connection in
            var words: [String: FactWords] = [:]
            var drafts: [(FactStretch, FactDraft)] = []
            for subject in ReportSubject.allCases {
                let sorted = things.filter { $0.subject == subject }.sorted { $0.at < $1.at }
                for part in Self.parts(sorted, rowsInPart) {
                    drafts.append((FactStretch(subject, part.range), Self.draft(subject, part.things, &words)))
                }
            }
            let coding = try FactCoding(connection, account, words)
            let parts = drafts.map {
                FactBuild.Part(stretch: $0, rows: $1.rows, columns: coding.columns(of: $1, from: $0))
            }
            try FactValueStore.insert(connection, account, coding.newValues)
            try FactPartStore.replace(
                connection,
                FactBuild(account: account, cleared: [], parts: parts, newValues: coding.newValues, rows: things.count))
            try connection.execute("delete from report_states where account_id = $1", [account])
            try connection.execute(
                "insert into report_states (account_id, ready, built_rows) values ($1, $2, 0)", [account, true])
        }
    }

    /// Things of one subject in their order, cut where a day of UTC ends and after so many.
    private static func parts(_ things: [Thing], _ rows: Int) -> [(range: Range<Milliseconds>, things: [Thing])] {
        var parts: [(range: Range<Milliseconds>, things: [Thing])] = []
        for thing in things {
            let day = thing.at - (thing.at % .day + .day) % .day
            if let last = parts.last, last.range.contains(thing.at) {
                if last.things.count < rows || last.things.last?.at == thing.at {
                    parts[parts.count - 1].things.append(thing)
                    continue
                }
                parts[parts.count - 1].range = last.range.lowerBound..<thing.at
                parts.append((thing.at..<last.range.upperBound, [thing]))
            } else {
                parts.append((day..<day + .day, [thing]))
            }
        }
        return parts
    }

    private static func draft(
        _ subject: ReportSubject, _ things: [Thing], _ words: inout [String: FactWords]
    ) -> FactDraft {
        var draft = FactDraft(subject)
        func number(_ column: FactColumn, _ value: String) -> UInt32 {
            guard let dictionary = column.dictionary else { return 0 }
            return words[dictionary, default: FactWords()].number(of: value)
        }
        for (row, thing) in things.enumerated() {
            draft.append(at: thing.at)
            if subject.hasContact {
                draft.contacts.append(thing.contact)
            } else {
                draft.visitors += Array(repeating: thing.visitor, count: FactVisitors.width)
            }
            if subject.hasValue {
                draft.values.append(thing.value)
                draft.set(.currency, number(.currency, thing.currency.rawValue))
            }
            for (column, values) in thing.values {
                let column = FactColumn.report(column)
                let numbers = values.map { number(column, $0) }
                if column.isList {
                    draft.set(column, row, numbers)
                } else if let number = numbers.first {
                    draft.set(column, number)
                }
            }
        }
        return draft
    }

    /// The account as it stands.
    func loaded() async throws -> Account {
        let account = account
        return try await house.database.read { try AccountStore.account($0, account) }
    }
}
