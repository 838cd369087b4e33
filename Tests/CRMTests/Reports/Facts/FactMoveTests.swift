import Database
import Testing

@testable import CRM

/// What reports read stays behind in a move to another database, and is made again there.
@Suite(.serialized) struct FactMoveTests {
    @Test func `the facts in the target are those of the source, and what comes in there is marked`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        let story = try await FactStory(in: source)
        let lines = try await story.site.facts()
        try await EngineMove(from: source.database, to: target.database).run(now: .on(9)) { _ in }
        let id = story.site.account
        let readiness = try await target.database.read { try FactState.readiness($0, id) }
        #expect(!readiness.isReady)
        #expect(try await target.count("report_marks") == 0)
        #expect(try await target.count("report_parts") == 0)
        try await target.crm.facts.catchUp(now: .on(30))
        #expect(try await FactDump.lines(target, id) == lines)
        try await target.database.write { try $0.execute("delete from contact_tags") }
        #expect(try await target.count("report_marks") == 1)
    }

    @Test func `a move that fails leaves the target's own accounts marked as before`() async throws {
        let (source, target) = (try await House(), try await House(seed: 9))
        _ = try await Site(in: source)
        let there = try await Site(in: target, name: "There")
        struct Interruption: Error {}
        let location = try #require(try await source.crm.accounts.all().first?.locationID)
        await #expect(throws: Interruption.self) {
            try await EngineMove(from: source.database, to: target.database, location: location)
                .run(now: .on(9)) { _ in throw Interruption() }
        }
        _ = try await there.facts()
        try await there.record(there.visit(there.browser()).page())
        #expect(try await target.count("report_marks") == 1)
    }
}
