import Database
import Testing

@testable import CRM

/// Who works, how much at a time, and what is kept meanwhile.
@Suite struct FactRefreshTests {
    @Test func `while one process has the lease, another one waits, until it is let go or runs out`() async throws {
        let site = try await Site()
        let other = try site.house.second()
        try await site.record(site.visit(site.browser()).page())
        #expect(try await site.crm.facts.runOnce(now: .on(9)).state == .caughtUp)
        try await site.record(site.visit(site.browser()).page())
        let refused = try await other.crm.facts.runOnce(now: .on(9))
        #expect(refused.state == .elsewhere && refused.waiting == 1)
        try await site.crm.facts.release()
        #expect(try await other.crm.facts.runOnce(now: .on(9)).state == .caughtUp)
        try await site.record(site.visit(site.browser()).page())
        #expect(try await site.crm.facts.runOnce(now: .on(9) + FactLease.length).state == .caughtUp)
        #expect(try await site.facts().count == 3)
        try other.database.close()
    }

    @Test func `turns that one process takes at the same time wait for each other`() async throws {
        let site = try await Site()
        let facts = site.crm.facts
        for day in 0..<5 {
            for page in 0..<10 {
                let visit = site.visit(site.browser(), to: "https://clinic.example/\(day)/\(page)", at: .on(day))
                try await site.record(visit.page())
            }
            let states = try await withThrowingTaskGroup(of: FactRun.self) { group in
                for _ in 0..<4 { group.addTask { try await facts.catchUp(now: .on(9)) } }
                return try await group.reduce(into: []) { $0.append($1.state) }
            }
            #expect(states == [.idle, .idle, .idle, .idle])
        }
        #expect(try await site.facts().count == 50)
    }

    @Test func `what was made under a lease that somebody else has taken since is not written`() async throws {
        let site = try await Site()
        let lease = FactLease()
        #expect(try await lease.take(site.house.database, now: .on(9)))
        #expect(try await FactLease().take(site.house.database, now: .on(9) + FactLease.length))
        let isHeld = try await site.house.database.write { try lease.renew($0, now: .on(9) + FactLease.length) }
        #expect(!isHeld)
    }

    @Test func `a mark that is written while its part is being made stays`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).page())
        let (marks, mending) = try await site.house.database.read { connection in
            let marks = try FactMarkStore.oldest(connection, limit: 10)
            return (marks, try FactMending(connection, marks, partRows: 10))
        }
        try await site.record(site.visit(site.browser()).page())
        try await site.house.database.write { connection in
            for build in mending.builds {
                try FactValueStore.insert(connection, build.account, build.newValues)
                try FactPartStore.replace(connection, build)
            }
            try FactMarkStore.delete(connection, mending.done)
        }
        #expect(marks.all.count == 1)
        #expect(try await site.house.count("report_marks") == 1)
        #expect(try await site.facts().count == 2)
    }

    @Test func `a turn that has enough to do takes along what else has changed in the same parts`() async throws {
        let site = try await Site()
        for day in 0..<4 { try await site.strangers(3, at: .on(day)) }
        let lines = try await site.facts(at: .on(9))
        try await site.crm.facts.release()
        // Day after day, so that those of a day do not stand together.
        for minute in 1...3 {
            for day in 0..<4 { try await site.strangers(1, at: .on(day, minute: minute)) }
        }
        let facts = Facts(database: site.house.database, mostWeight: 1)
        for turn in 1...4 {
            let run = try await facts.runOnce(now: .on(9))
            #expect([run.marks, run.waiting] == [3, 15 - 3 * turn])
        }
        try await facts.release()
        #expect(try await FactDump.lines(site.house, site.account).count == lines.count + 12)
        #expect(try await site.factsFromNothing().count == lines.count + 12)
    }

    @Test func `newer marks that are done before older ones do not make a turn the last one`() async throws {
        let site = try await Site()
        for day in 0..<2 { try await site.strangers(3, at: .on(day)) }
        _ = try await site.facts(at: .on(9))
        for minute in 1...4 {
            for day in 0..<2 { try await site.strangers(1, at: .on(day, minute: minute)) }
        }
        let done = try await site.house.database.read { connection in
            try [(10, 1), (10, 1_000), (8, 1_000), (7, 1_000)].map { limit, weight in
                let marks = try FactMarkStore.oldest(connection, limit: limit)
                let mending = try FactMending(connection, marks, partRows: 10, mostWeight: weight)
                return "\(mending.done.count) \(mending.isWhole)"
            }
        }
        #expect(done == ["4 false", "8 true", "8 true", "7 false"])
        try await site.crm.facts.release()
        let facts = Facts(database: site.house.database, mostWeight: 1)
        #expect(try await facts.runOnce(now: .on(9)).state == .hasMore)
        #expect(try await facts.runOnce(now: .on(9)).state == .caughtUp)
    }

    @Test func `a turn that has done as many marks as it looks at is not the last one while more wait`() async throws {
        let site = try await Site()
        try await site.note(FactMending.mostMarks + 1, "visits")
        let run = try await site.crm.facts.runOnce(now: .on(9))
        #expect(run.marks == FactMending.mostMarks && run.state == .hasMore)
        #expect(try await site.crm.facts.runOnce(now: .on(9)).state == .caughtUp)
    }

    @Test func `marks end where too many are to be looked up, and those of some accounts come last`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Second")
        try await site.note(3, "contact")
        try await other.note(2, "contact")
        let found = try await site.house.database.read { connection in
            try [(2, []), (4, []), (5, []), (4, [site.account]), (1, [other.account, site.account])].map {
                try FactMarkStore.oldest(connection, limit: 10, lookups: $0, last: $1)
            }
        }
        let (one, two) = (site.account, other.account)
        #expect(found[0].all.map(\.account) == [one, one] && found[0].cutOff == one)
        #expect(found[1].all.map(\.account) == [one, one, one, two] && found[1].cutOff == two)
        #expect(found[2].all.count == 5 && found[2].cutOff == nil)
        #expect(found[3].all.map(\.account) == [two, two, one, one] && found[3].cutOff == one)
        #expect(found[4].all.map(\.account) == [two] && found[4].cutOff == two)
    }

    @Test func `masses of changes in two accounts keep a third one waiting for a turn of each`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Second")
        let third = try await Site(in: site.house, name: "Third")
        for one in [site, third] { try await one.note(FactMending.mostLookups * 4, "contact") }
        try await other.strangers(1, at: .on(1))
        let accounts = [site.account, third.account, other.account]
        var left: [[Int]] = []
        for _ in 1...4 {
            _ = try await site.crm.facts.runOnce(now: .on(9))
            var waiting: [Int] = []
            for account in accounts {
                waiting.append(try await site.house.count("report_marks", where: "account_id = \(account.rawValue)"))
            }
            left.append(waiting)
        }
        #expect(left == [[3_000, 4_000, 1], [3_000, 3_000, 1], [2_000, 3_000, 0], [2_000, 2_000, 0]])
    }

    @Test func `a part that has grown is divided, and what happened at one moment stays together`() async throws {
        let site = try await Site()
        let facts = Facts(database: site.house.database, partRows: 10)
        try await site.strangers(8, at: .on(1))
        try await facts.catchUp(now: .on(9))
        #expect(try await site.house.count("report_parts") == 1)
        try await site.strangers(25, at: .on(1, minute: 5))
        for _ in 0..<15 { try await site.record(site.visit(site.browser(), at: .on(1, minute: 9)).page()) }
        try await facts.catchUp(now: .on(9))
        let rows = try await site.house.texts("cast(rows as text)", of: "report_parts")
        #expect(rows.compactMap { $0.flatMap { Int($0) } }.sorted() == [3, 10, 10, 10, 15])
        let lines = try await FactDump.lines(site.house, site.account)
        #expect(lines.count == 48)
        #expect(try await site.factsFromNothing() == lines)
    }

    @Test func `a part whose rows have all gone goes too`() async throws {
        let site = try await Site()
        try await site.strangers(5, at: .on(1))
        _ = try await site.facts()
        try await site.house.database.write { try $0.execute("delete from sessions") }
        #expect(try await site.facts().isEmpty)
        #expect(try await site.house.count("report_parts") == 0)
        #expect(try await site.house.count("report_columns") == 0)
    }

    @Test func `a new account is ready, and one that is older than its facts says how far they are`() async throws {
        let site = try await Site()
        let id = site.account
        #expect(try await site.house.database.read { try FactState.readiness($0, id) }.isReady)
        try await site.strangers(40, at: .on(1))
        try await site.house.database.write { connection in
            for table in ["report_states", "report_marks"] { try connection.execute("delete from \(table)") }
            try FactState.open(connection)
        }
        let before = try await site.house.database.read { try FactState.readiness($0, id) }
        #expect(before == FactReadiness(isReady: false, share: 0))
        #expect(try await site.crm.facts.progress().accounts == 1)
        #expect(try await site.facts().count == 40)
        let after = try await site.house.database.read { try FactState.readiness($0, id) }
        #expect(after == FactReadiness(isReady: true, share: 1))
        #expect(try await site.crm.facts.progress().accounts == 0)
    }

    @Test func `what is rebuilt while it is being changed ends as it would from nothing`() async throws {
        let story = try await FactStory()
        _ = try await story.site.facts()
        try await story.site.crm.facts.rebuild(story.site.account)
        for day in 0..<4 {
            _ = try await story.site.crm.facts.runOnce(now: .on(30))
            try await story.site.strangers(2, at: .on(day))
            try await story.site.edit(story.ann, [.city: "Linz"], at: .on(9))
        }
        let lines = try await story.site.facts()
        #expect(try await story.site.factsFromNothing() == lines)
    }

    @Test func `the words of somebody who was erased are gone after the next sweep`() async throws {
        let story = try await FactStory()
        let visit = story.site.visit(story.site.browser(), at: .on(4))
        try await story.site.record(visit.form(["email": "zoe@example.com", "budget": "Zoe's secret"]))
        _ = try await story.site.facts()
        #expect(try await story.site.house.count("report_values", where: "value like '%secret%'") == 1)
        let zoe = try await story.site.contact(.email, "zoe@example.com").contact.id
        try await story.site.crm.erasure.erase(story.site.account, zoe, by: .server, now: .on(5))
        let lines = try await story.site.facts()
        let swept = try await story.site.facts(at: .on(30) + Facts.sweepDelay)
        #expect(try await story.site.house.count("report_values", where: "value like '%secret%'") == 0)
        #expect(swept == lines)
        #expect(try await story.site.house.count("report_states", where: "epoch > 0") == 1)
        #expect(try await story.site.factsFromNothing() == lines)
    }

    @Test func `the words of visits that have gone are gone within a week, of a new account as well`() async throws {
        let site = try await Site()
        let page = "https://clinic.example/?utm_campaign=Secret"
        try await site.record(site.visit(site.browser(), to: page, at: .on(1)).page())
        _ = try await site.facts(at: .on(2))
        try await site.house.database.write { try $0.execute("delete from sessions") }
        #expect(try await site.facts(at: .on(3)).isEmpty)
        #expect(try await site.house.count("report_values", where: "value = 'Secret'") == 1)
        _ = try await site.facts(at: .on(3) + Facts.sweepInterval)
        #expect(try await site.house.count("report_values", where: "value = 'Secret'") == 0)
    }

    @Test func `the facts of two accounts are apart, and go with the account`() async throws {
        let story = try await FactStory()
        let other = try await FactStory(in: story.site.house)
        let lines = try await story.site.facts()
        #expect(try await FactDump.lines(story.site.house, other.site.account).count == lines.count)
        try await other.site.rollUp(at: .on(30))
        let (accounts, removal) = (story.site.crm.accounts, story.site.crm.accountRemoval)
        try await accounts.close(other.site.account, by: .server, now: .on(31))
        while try await removal.runOnce(now: .on(32)) {}
        try await story.site.crm.facts.catchUp(now: .on(32))
        let tables = ["parts", "columns", "rollups", "rollup_chunks", "values", "states", "marks"]
        for table in tables.map({ "report_\($0)" }) {
            let condition = "account_id = \(other.site.account.rawValue)"
            #expect(try await story.site.house.count(table, where: condition) == 0, "\(table)")
        }
        #expect(try await FactDump.lines(story.site.house, story.site.account) == lines)
    }
}

extension Site {
    /// Marks that point at nothing that is there.
    fileprivate func note(_ count: Int, _ kind: String) async throws {
        let isMoment = ReportSubject(rawValue: kind) != nil
        let account = account
        try await house.database.write { connection in
            try connection.insert(
                into: "report_marks", ["account_id", "kind", isMoment ? "at" : "contact"],
                (0..<count).map { [account, kind, isMoment ? Milliseconds.on(1) : "nobody \($0)"] })
        }
    }
}
