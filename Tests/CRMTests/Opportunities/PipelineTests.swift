import CRM
import Testing

/// Pipelines and their stages: made, renamed, put in order and taken away.
@Suite struct PipelineTests {
    private func names(_ site: Site) async throws -> [String] { try await site.pipeline().stages.map(\.name) }

    @Test func `stages are added, renamed and put in order`() async throws {
        let site = try await Site()
        let pipeline = try await site.pipeline()
        let pipelines = site.crm.pipelines
        try await pipelines.addStage(
            site.account, pipeline.id, name: " Deposit paid ", probability: 90, by: .command, now: .on(1))
        try await pipelines.changeStage(
            site.account, pipeline.id, pipeline.stages[0].id, name: "Asked", probability: nil, by: .command, now: .on(1)
        )
        try await pipelines.moveStage(
            site.account, pipeline.id, pipeline.stages[0].id, by: 1, by: .command, now: .on(1))
        #expect(try await names(site) == ["Contacted", "Asked", "Consult booked", "Proposal sent", "Deposit paid"])
        try await pipelines.moveStage(
            site.account, pipeline.id, pipeline.stages[0].id, by: -9, by: .command, now: .on(1))
        #expect(try await names(site).first == "Asked")
        #expect(try await site.pipeline().stages[0].probability == nil)
        await #expect(throws: PipelineError.taken(name: "Asked")) {
            try await pipelines.addStage(
                site.account, pipeline.id, name: "Asked", probability: nil, by: .command, now: .on(1))
        }
        await #expect(throws: PipelineError.probability) {
            try await pipelines.addStage(
                site.account, pipeline.id, name: "x", probability: 101, by: .command, now: .on(1))
        }
        await #expect(throws: PipelineError.name) {
            try await pipelines.rename(site.account, pipeline.id, to: "  ", by: .command, now: .on(1))
        }
    }

    @Test func `a stage with opportunities goes only when somebody says where they go`() async throws {
        let site = try await Site()
        let pipeline = try await site.pipeline()
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"]))
        let delete = { (target: StageID?) in
            try await site.crm.pipelines.deleteStage(
                site.account, pipeline.id, pipeline.stages[0].id, moving: target, by: .command, maker: site.owner,
                now: .on(1))
        }
        await #expect(throws: PipelineError.needsPlace) { try await delete(nil) }
        await #expect(throws: PipelineError.needsPlace) { try await delete(pipeline.stages[0].id) }
        try await delete(pipeline.stages[2].id)
        #expect(try await site.opportunity(id).stage == pipeline.stages[2].id)
        #expect(try await site.opportunity(id).stageChangedAt == .on(1))
        #expect(try await site.crm.opportunities.history(site.account, of: id).first?.kind == .stage)
        #expect(try await names(site) == ["Contacted", "Consult booked", "Proposal sent"])
        #expect(try await site.crm.pipelines.counts(site.account) == [pipeline.stages[2].id: 1])
    }

    @Test func `the last pipeline and the last stage stay`() async throws {
        let site = try await Site()
        let first = try await site.pipeline()
        let pipelines = site.crm.pipelines
        await #expect(throws: PipelineError.lastPipeline) {
            try await pipelines.delete(
                site.account, first.id, moving: nil, by: .command, maker: site.owner, now: .on(1))
        }
        let second = try await pipelines.create(
            site.account, name: "Memberships", stages: ["Trial"], by: .command, now: .on(1))
        await #expect(throws: PipelineError.lastStage) {
            try await pipelines.deleteStage(
                site.account, second.id, second.stages[0].id, moving: first.stages[0].id, by: .command,
                maker: site.owner, now: .on(1))
        }
        await #expect(throws: PipelineError.taken(name: "Memberships")) {
            _ = try await pipelines.create(site.account, name: "Memberships", by: .command, now: .on(1))
        }
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"]))
        try await pipelines.delete(
            site.account, first.id, moving: second.stages[0].id, by: .command, maker: site.owner, now: .on(2))
        #expect(try await site.opportunity(id).pipeline == second.id)
        #expect(try await pipelines.all(site.account) == [second])
    }
}
