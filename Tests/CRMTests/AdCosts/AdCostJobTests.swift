import Database
import Testing

@testable import CRM

/// Long files of costs, taken in step by step: by whoever is there, once, and whole.
@Suite struct AdCostJobTests {
    private static let now: Milliseconds = 1_795_305_600_000  // 2026-11-22

    /// More costs than are taken at once; two lines more are refused, and one is a total.
    private static let file = {
        let lines = (0..<650).map { "2026-11-20,Campaign \($0),\($0),10,1,0.50" }
        let others = [
            "2026-11-20,Odd,x1,10,1,free", "2026-13-40,Odd,x2,10,1,1.00", "Total: Account,,,6500,650,325.00",
        ]
        return (["Day,Campaign,Campaign ID,Impr.,Clicks,Cost"] + lines + others).joined(separator: "\n")
    }()

    /// Steps of a hundred: a thousand take a build for debugging seconds.
    private func costs(of crm: CRM) -> AdCosts {
        var costs = crm.adCosts
        costs.chunk = 100
        costs.mostOfFileAtOnce = 500
        return costs
    }

    private func start(_ site: Site, _ text: String = file, dryRun: Bool = false) async throws -> AdCostImportID {
        let arrival = try await costs(of: site.crm).receive(
            try await site.crm.accounts.account(site.account), AdCostFile(bytes: Array(text.utf8)), dryRun: dryRun,
            by: .server, now: Self.now)
        guard case .started(let id) = arrival else {
            Issue.record("a long file was taken at once")
            return AdCostImportID(rawValue: "")
        }
        return id
    }

    private func found(_ site: Site, _ id: AdCostImportID) async throws -> AdCostImport {
        try #require(try await costs(of: site.crm).import(site.account, id))
    }

    private func goOn(_ crm: CRM, now: Milliseconds = now) async throws {
        while try await costs(of: crm).runOneStep(now: now) {}
    }

    @Test func `what a long file comes to is what it would have come to at once`() async throws {
        let site = try await Site()
        let id = try await start(site)
        #expect(try await found(site, id).state == .queued)
        #expect(try await site.house.count("ad_costs") == 0)
        #expect(try await costs(of: site.crm).runOneStep(now: Self.now))
        let underway = try await found(site, id)
        #expect(underway.state == .running && underway.done == 100 && underway.total == 650)
        #expect(try await site.house.count("ad_costs") == 100)
        try await goOn(site.crm)
        let done = try await found(site, id)
        #expect(done.state == .done && done.done == 650 && done.finishedAt == Self.now)
        #expect(try await site.house.count("ad_costs") == 650)
        #expect(try await site.house.count("ad_cost_import_pieces") == 0)
        let other = try await Site()
        let whole = try await costs(of: other.crm).import(
            try await other.crm.accounts.account(other.account), AdCostFile(bytes: Array(Self.file.utf8)), by: .server,
            now: Self.now)
        let report = try #require(done.report)
        #expect(report.tally == whole.tally && report.spent == whole.spent && report.levels == whole.levels)
        #expect(report.days == whole.days && report.linesRead == whole.linesRead && report.clicks == whole.clicks)
        #expect(report.refused == whole.refused && Set(report.left.map(\.line)) == Set(whole.left.map(\.line)))
        #expect(report.leftCount == 3 && report.refusedCount == 2)
        #expect(try await costs(of: site.crm).imports(site.account).map(\.id) == [id])
    }

    @Test func `when a process is killed in the middle, another one goes on with the step that is due`() async throws {
        let site = try await Site()
        let id = try await start(site)
        for _ in 0..<3 { #expect(try await costs(of: site.crm).runOneStep(now: Self.now)) }
        let other = try site.house.second()
        #expect(try await !costs(of: other.crm).runOneStep(now: Self.now + AdCosts.lease - 1))
        try await goOn(other.crm, now: Self.now + AdCosts.lease)
        let done = try await found(site, id)
        #expect(done.state == .done && done.report?.tally.new == 650 && done.report?.tally.same == 0)
        #expect(try await site.house.count("ad_costs") == 650)
        try other.database.close()
    }

    @Test func `a process that stops lets another one go on at once, and no step is written twice`() async throws {
        let site = try await Site()
        let id = try await start(site)
        let job = try #require(try await costs(of: site.crm).claim(now: Self.now))
        try await costs(of: site.crm).step(job, now: Self.now)
        try await costs(of: site.crm).step(job, now: Self.now)
        #expect(try await found(site, id).done == 100)
        try await costs(of: site.crm).release()
        let other = try site.house.second()
        let late = try #require(try await costs(of: site.crm).claim(now: Self.now))
        try await costs(of: site.crm).release()
        try await goOn(other.crm)
        try await costs(of: site.crm).step(late, now: Self.now)
        #expect(try await found(site, id).report?.tally.new == 650)
        try other.database.close()
    }

    @Test func `a dry run promises the same and writes nothing`() async throws {
        let site = try await Site()
        let promised = try await start(site, dryRun: true)
        try await goOn(site.crm)
        #expect(try await site.house.count("ad_costs") == 0)
        let done = try await start(site)
        try await goOn(site.crm)
        #expect(try await found(site, promised).report == found(site, done).report)
        #expect(try await found(site, promised).isDryRun)
    }

    @Test func `a file of which nothing can be taken never becomes an import`() async throws {
        let site = try await Site()
        let lines = (0..<650).map { "\($0),x" }.joined(separator: "\n")
        await #expect(throws: AdCostFileError.noHeader) { try await start(site, lines) }
        let days = Self.file.replacing("2026-11-20", with: "3/4/2025")
        await #expect(throws: AdCostFileError.dates) { try await start(site, days) }
        #expect(try await site.house.count("ad_cost_imports") == 0)
        #expect(try await site.house.count("ad_cost_import_pieces") == 0)
    }

    @Test func `an account has few files under way, and what is over makes room`() async throws {
        let site = try await Site()
        for _ in 0..<AdCosts.mostUnderway { _ = try await start(site, dryRun: true) }
        await #expect(throws: AdCostFileError.busy) { try await start(site) }
        try await goOn(site.crm)
        _ = try await start(site)
        #expect(try await site.house.count("ad_cost_imports") == AdCosts.mostUnderway + 1)
    }

    @Test func `an import that the database refuses again and again is given up, and says how far it was`() async throws
    {
        let site = try await Site()
        let id = try await start(site)
        #expect(try await costs(of: site.crm).runOneStep(now: Self.now))
        try await site.house.database.write { try $0.execute("alter table ad_costs rename to costs_elsewhere") }
        for turn in 1...5 {
            do {
                _ = try await costs(of: site.crm).runOneStep(now: Self.now)
                Issue.record("a step without its table was taken")
            } catch let error as AdCostStepFailed {
                #expect(error.id == id && error.isGivenUp == (turn == 5))
            }
        }
        let failed = try await found(site, id)
        #expect(failed.state == .failed && failed.problem == .refused && failed.done == 100)
        #expect(try await !costs(of: site.crm).runOneStep(now: Self.now))
        #expect(try await site.house.count("ad_cost_import_pieces") == 0)
    }

    @Test(arguments: ["delete from ad_cost_import_pieces where piece = 0", "update ad_cost_imports set tally = 'x'"])
    func `what is not there any more as it was is given up, and the next one has its turn`(harm: String) async throws {
        let site = try await Site()
        let id = try await start(site)
        try await site.house.database.write { _ = try $0.execute(harm) }
        let next = try await start(site)
        try await goOn(site.crm)
        let failed = try await found(site, id)
        #expect(failed.state == .failed && failed.problem == .unreadable && failed.done == 0)
        #expect(try await found(site, next).state == .done)
    }

    @Test func `nothing more comes into an account that was closed`() async throws {
        let site = try await Site()
        _ = try await start(site)
        #expect(try await costs(of: site.crm).runOneStep(now: Self.now))
        try await site.house.database.write { connection in
            _ = try AccountRemovalStore.close(connection, site.account, at: Self.now)
        }
        #expect(try await !costs(of: site.crm).runOneStep(now: Self.now))
        while try await site.crm.accountRemoval.runOnce(now: Self.now + .day) {}
        for table in ["ad_cost_imports", "ad_cost_import_pieces", "ad_costs"] {
            #expect(try await site.house.count(table) == 0)
        }
    }
}
