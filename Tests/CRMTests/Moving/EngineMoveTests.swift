import Database
import Testing

@testable import CRM

/// Everything, or one account, in another database: the same there, however often the move was interrupted.
///
/// One at a time: each takes two databases or three, and of those there are only so many.
@Suite(.serialized) struct EngineMoveTests {
    /// A clinic with contacts, a rule book's opinion, pages, and 1,300 strangers.
    private func clinic(in house: House, name: String = "Clinic", seed: Int = 0) async throws -> Site {
        let site = try await Site(in: house, name: name)
        try await site.field("Budget")
        for number in 0..<3 {
            let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=\(number)", at: .on(number))
            try await site.record(
                visit.page(title: "Größe"), visit.custom("Scrolled"),
                visit.form(["email": "ann\(seed)\(number)@example.com", "budget": "10", "nickname": "A"]))
        }
        try await site.record(
            site.visit(site.browser()).form(["email": "held@example.com"], suspicion: .bot))
        try await house.database.write { connection in
            try connection.execute(
                "insert into refusals (account_id, day, reason, count) values ($1, 1, 'bot', 1)", [site.account])
        }
        _ = try await site.crm.forms.create(site.account, name: "Booking", now: .start)
        _ = try await site.crm.rules.startPreview(site.account, by: "owner", now: .on(5))
        while try await site.crm.rules.runOneChunk(now: .on(5)) {}
        try await site.strangers(1_300, at: .on(4))
        return site
    }

    private func move(
        _ source: House, to target: House, location: String? = nil,
        _ report: @Sendable (EngineMove.Progress) throws -> Void = { _ in }
    ) async throws {
        try await EngineMove(from: source.database, to: target.database, location: location)
            .run(now: .on(9), report: report)
    }

    /// What each table that moves holds, as both sides would say it.
    private func contents(_ house: House, _ account: AccountID? = nil, as number: AccountID? = nil) async throws
        -> [String: String]
    {
        let side = MoveSide(database: house.database, account: account)
        var contents: [String: String] = [:]
        for table in SchemaTable.all {
            switch table.owner {
            case .servers: continue
            case .everybody where account != nil: continue
            default: break
            }
            let check = try await side.check(table, side.columns(of: table), takingAccountFor: number)
            contents[table.name] = "\(check.rows) \(check.checksum)"
        }
        return contents
    }

    private func hasNotes(_ house: House) async throws -> Bool {
        do {
            return try await house.database.read { try MoveStore.note($0) } != nil
        } catch {
            return false
        }
    }

    @Test func `everything is the same in the target, and goes on there`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        let site = try await clinic(in: source)
        _ = try await clinic(in: source, name: "Second", seed: 1)
        _ = try await source.crm.people.create(
            email: "ann@agency.example", role: .admin, password: "long enough 1", now: .start)
        let visit = site.visit(site.browser(), at: .on(6))
        let form = visit.form(["email": "ann01@example.com"])
        try await site.record(form)
        try await move(source, to: target)
        #expect(try await contents(source) == contents(target))
        #expect(try await target.count("sessions") > 2_600)
        #expect(try await !hasNotes(target))
        let there = try await target.crm.capture.record([form, visit.page(minute: 9)], now: .on(6))
        #expect(there == [.duplicate, .stored])
    }

    @Test func `an account moves into a database of others under a number of its own`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        let site = try await clinic(in: source)
        _ = try await clinic(in: source, name: "Second", seed: 1)
        let other = try await clinic(in: target, name: "Other", seed: 2)
        #expect(other.account == site.account)
        let before = try await contents(target, other.account)
        let location = try await source.crm.accounts.account(site.account).locationID
        try await move(source, to: target, location: location)
        let moved = try #require(try await target.crm.accounts.account(locationID: location))
        #expect(moved.id != site.account && moved.name == "Clinic")
        #expect(try await contents(target, moved.id) == contents(source, site.account, as: moved.id))
        #expect(try await contents(target, other.account) == before)
        #expect(try await target.count("accounts") == 2)
        await #expect(throws: MoveError.accountIsThere(location)) {
            try await move(source, to: target, location: location)
        }
    }

    @Test func `a held submission is released into its own account, whatever number that has now`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        let site = try await Site(in: source)
        try await site.record(site.visit(site.browser()).form(["email": "held@example.com"], suspicion: .bot))
        let other = try await Site(in: target, name: "Other")
        let location = try await source.crm.accounts.account(site.account).locationID
        try await move(source, to: target, location: location)
        let moved = try #require(try await target.crm.accounts.account(locationID: location)).id
        #expect(moved != site.account && other.account == site.account)
        let held = try await target.crm.submissions.page(moved, SubmissionQuery(limit: 9)).submissions
        #expect(held.count == 1)
        for submission in held { try await target.crm.capture.release(moved, submission.id, now: .on(9)) }
        #expect(try await target.crm.contacts.page(moved, ContactQuery(limit: 9)).contacts.count == 1)
        for table in ["contacts", "conversions", "sessions", "visitors", "attributions"] {
            #expect(try await target.count(table, where: "account_id = \(other.account.rawValue)") == 0, "\(table)")
        }
    }

    @Test(arguments: ["accounts", "sessions", "page_views", "attribution_opinions"])
    func `a move that was interrupted goes on where it stopped`(table: String) async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        _ = try await clinic(in: source)
        await #expect(throws: Stopped.self) {
            try await move(source, to: target) { progress in
                if case .copied(table, _, _) = progress { throw Stopped() }
            }
        }
        #expect(try await hasNotes(target))
        let counts = Tally()
        try await move(source, to: target) { progress in
            if case .copied("event_ids", let count, true) = progress { counts.add(count) }
        }
        #expect(counts.sum == (table == "accounts" ? try await source.count("event_ids") : 0))
        #expect(try await contents(source) == contents(target))
        #expect(try await !hasNotes(target))
    }

    @Test func `a target that holds something is refused, and so is another move over one that has begun`() async throws
    {
        let (source, target, third) = (try await House(), try await House(seed: 9), try await House(seed: 10))
        _ = try await clinic(in: source)
        _ = try await Site(in: third)
        await #expect(throws: MoveError.notEmpty) { try await move(source, to: third) }
        await #expect(throws: MoveError.noAccount("nobody")) {
            try await move(source, to: target, location: "nobody")
        }
        for refusing in [third, target] { #expect(try await !hasNotes(refusing)) }
        await #expect(throws: Stopped.self) { try await move(source, to: target) { _ in throw Stopped() } }
        await #expect(throws: MoveError.anotherMove) { try await move(third, to: target) }
        try await move(source, to: target)
    }

    @Test func `nobody writes to the source before all is compared`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        _ = try await clinic(in: source)
        let before = try await contents(source)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let writer = Task {
            for await _ in begun { break }
            try await source.database.write(.readCommitted, limit: .none) { connection in
                _ = try connection.execute("update contacts set city = 'Graz'")
            }
        }
        try await move(source, to: target) { _ in begin.yield() }
        try await writer.value
        #expect(try await contents(target) == before)
        #expect(try await contents(source) != before)
    }

    @Test func `what came into the source after an interruption is said to be in the way`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        _ = try await clinic(in: source)
        await #expect(throws: Stopped.self) {
            try await move(source, to: target) { progress in
                if case .copied("accounts", _, _) = progress { throw Stopped() }
            }
        }
        _ = try await clinic(in: source, name: "Second", seed: 1)
        await #expect {
            try await move(source, to: target)
        } throws: { error in
            guard case .rowsRefused = error as? MoveError else { return false }
            return true
        }
    }

    @Test func `a database to which everything is on its way is for nothing else`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        let site = try await clinic(in: source)
        await #expect(throws: Stopped.self) { try await move(source, to: target) { _ in throw Stopped() } }
        await #expect(throws: MoveError.notEnded) { try await EngineMove.isHere(target.database) }
        let third = try await House(seed: 10)
        let location = try await source.crm.accounts.account(site.account).locationID
        await #expect(throws: Stopped.self) {
            try await move(source, to: third, location: location) { _ in throw Stopped() }
        }
        #expect(try await EngineMove.isHere(third.database))
        #expect(try await !EngineMove.isHere(source.database))
    }

    @Test(arguments: [
        "update contacts set city = 'Graz'", "delete from page_views where title is not null",
        "update sessions set ip_is_whole = not ip_is_whole",
    ])
    func `what is not the same is found`(sql: String) async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        _ = try await clinic(in: source)
        await #expect(throws: Stopped.self) {
            try await move(source, to: target) { progress in
                if case .verified = progress { throw Stopped() }
            }
        }
        try await target.database.write { _ = try $0.execute(sql) }
        await #expect {
            try await move(source, to: target)
        } throws: { error in
            guard case .rowsDiffer = error as? MoveError else { return false }
            return true
        }
    }
}

private struct Stopped: Error {}
