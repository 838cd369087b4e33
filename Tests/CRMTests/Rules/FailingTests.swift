import Attribution
import Testing

@testable import CRM

/// A step that cannot be taken harms neither other replays nor what comes in.
@Suite struct FailingTests {
    @Test func `a replay whose steps fail again and again is given up, and named`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).page())
        try await site.draft(.podcast)
        let id = try await site.startPublication()
        try await site.house.database.write { _ = try $0.execute("update sessions set own_domains = 'no list'") }
        for step in 1...5 {
            let error = await #expect(throws: ReplayStepFailed.self) {
                try await site.crm.rules.runOneChunk(now: .on(20))
            }
            #expect(error?.replay == id)
            #expect(error?.isGivenUp == (step == 5))
        }
        #expect(try await site.crm.rules.replay(site.account, id)?.state == .failed)
        #expect(try await site.crm.rules.history(site.account).first?.state == .cancelled)
    }

    @Test func `a failure that comes after another runner took the step counts for nothing`() async throws {
        let site = try await Site()
        try await History.record(10, at: site)
        try await site.draft(.podcast)
        let id = try await site.startPublication()
        let late = try #require(try await site.crm.rules.claim(now: .on(20)))
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        _ = try await second.rules.runOneChunk(now: .on(20, minute: 1), rows: 3)
        for _ in 0..<9 { #expect(try await site.crm.rules.noteFailure(of: late, now: .on(20, minute: 1)) == false) }
        #expect(try await site.house.count("replays", where: "failures = 0 and state = 'running'") == 1)
        while try await second.rules.runOneChunk(now: .on(20, minute: 1), rows: 100) {}
        #expect(try await site.crm.rules.noteFailure(of: late, now: .on(20, minute: 2)) == false)
        #expect(try await second.rules.replay(site.account, id)?.state == .done)
        #expect(try await site.crm.rules.history(site.account).first?.state == .kept)
    }

    @Test func `failures in a row are counted where all runners see them`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).page())
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        let step = try #require(try await site.crm.rules.claim(now: .on(20)))
        for _ in 1...4 { #expect(try await site.crm.rules.noteFailure(of: step, now: .on(20)) == false) }
        #expect(try await site.crm.rules.noteFailure(of: step, now: .on(20)))
        #expect(try await site.crm.rules.replay(site.account, id)?.state == .failed)
    }

    @Test(arguments: ["{}", "no counts", #"{"first":[0],"latest":[0],"touches":[0],"rules":{}}"#])
    func `a replay that nobody can read is given up, and stands in no one's way`(counts: String) async throws {
        let house = try await House()
        let site = try await Site(in: house)
        let other = try await Site(in: house, name: "Other", domains: ["other.example"])
        try await site.record(site.visit(site.browser()).page())
        try await other.record(other.visit(other.browser()).page())
        let poisoned = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(1))
        let healthy = try await other.crm.rules.startPreview(other.account, by: Site.owner, now: .on(2))
        try await house.database.write {
            _ = try $0.execute("update replays set counts = $2 where id = $1", [poisoned, counts])
        }
        var failures = 0
        for minute in 0..<12 {
            do {
                _ = try await site.crm.rules.runOneChunk(now: .on(3, minute: minute))
            } catch let error as ReplayStepFailed {
                #expect(error.replay == poisoned)
                failures += 1
            }
        }
        #expect(failures == 5)
        #expect(try await other.crm.rules.replay(other.account, healthy)?.state == .done)
        #expect(try await site.crm.rules.replays(site.account).map(\.state) == [.failed])
    }

    @Test func `one that nobody can read can be cancelled`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        let id = try await site.startPublication()
        try await site.house.database.write { _ = try $0.execute("update replays set counts = '{}'") }
        #expect(try await site.crm.rules.cancel(site.account, id, now: .on(20)))
        #expect(try await site.crm.rules.replay(site.account, id)?.state == .cancelled)
        #expect(try await site.crm.rules.history(site.account).first?.state == .cancelled)
    }

    @Test func `all that run go on in turn, so a large history keeps nobody waiting`() async throws {
        let house = try await House()
        let large = try await Site(in: house)
        let small = try await Site(in: house, name: "Small", domains: ["small.example"])
        try await History.record(40, at: large)
        try await small.record(small.visit(small.browser()).page())
        try await large.draft(.podcast)
        let publication = try await large.startPublication(at: .on(20))
        let preview = try await small.crm.rules.startPreview(small.account, by: Site.owner, now: .on(20, minute: 1))
        for minute in 2..<6 { _ = try await large.crm.rules.runOneChunk(now: .on(20, minute: minute), rows: 5) }
        #expect(try await small.crm.rules.replay(small.account, preview)?.state == .done)
        #expect(try await large.crm.rules.replay(large.account, publication)?.state == .running)
    }

    @Test func `what is counted is kept by the names of the sources`() throws {
        var matrix = SourceMatrix()
        matrix[.direct, .referral] = 3
        matrix[.others, .others] = 2
        let text = try JSONText.encode(matrix)
        #expect(text.contains(#""direct":{"referral":3}"#))
        #expect(try JSONText.decode(from: text) == matrix)
        #expect(throws: (any Error).self) {
            try JSONText.decode(SourceMatrix.self, from: #"{"direct":{"carrier_pigeon":3}}"#)
        }
    }
}
