import Attribution
import CRM
import Testing

/// Opportunities on their way: where they begin, what changes when, and what is remembered of it.
@Suite struct OpportunityTests {
    @Test func `a new account has one pipeline, and an opportunity begins in its first stage`() async throws {
        let site = try await Site()
        let pipeline = try await site.pipeline()
        #expect(try await site.crm.pipelines.all(site.account).count == 1)
        #expect(pipeline.stages.map(\.name) == ["New lead", "Contacted", "Consult booked", "Proposal sent"])
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"])) { $0.amount = 1_500.5 }
        let opportunity = try await site.opportunity(id)
        #expect(opportunity.stage == pipeline.stages[0].id)
        #expect(opportunity.status == .open)
        #expect(opportunity.value == Money(minorUnits: 150_050, currency: .usDollar))
        #expect(opportunity.probability(in: pipeline.stages[0]) == 10)
    }

    @Test func `only what changes moves its date, and winning again counts from then`() async throws {
        let site = try await Site()
        let pipeline = try await site.pipeline()
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"]))
        try await site.change(id, at: .on(1)) { $0.stage = pipeline.stages[2].id }
        try await site.change(id, at: .on(2)) { $0.status = .won }
        try await site.change(id, at: .on(3)) { ($0.status, $0.amount) = (.won, 900) }
        var opportunity = try await site.opportunity(id)
        #expect(opportunity.stageChangedAt == .on(1))
        #expect(opportunity.statusChangedAt == .on(2))
        #expect(opportunity.updatedAt == .on(3))
        try await site.change(id, at: .on(4)) { $0.status = .open }
        try await site.change(id, at: .on(5)) { $0.status = .won }
        opportunity = try await site.opportunity(id)
        #expect(opportunity.statusChangedAt == .on(5))
        let history = try await site.crm.opportunities.history(site.account, of: id)
        #expect(history.map(\.kind) == [.status, .status, .value, .status, .stage, .created])
        #expect(history[1].before == "won" && history[1].after == "open")
        #expect(history[2].after.flatMap(OpportunityChange.money)?.text == "$900.00")
        try await site.change(id, at: .on(6)) { $0.status = .won }
        #expect(try await site.opportunity(id).updatedAt == .on(5))
    }

    @Test func `the reason goes when an opportunity is not lost any more`() async throws {
        let site = try await Site()
        try await site.crm.pipelines.addLostReason(site.account, name: "Too dear", by: .command, now: .start)
        let reason = try #require(try await site.crm.pipelines.lostReasons(site.account).first)
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"]))
        try await site.change(id, at: .on(1)) { ($0.status, $0.lostReason) = (.lost, .some(reason.id)) }
        #expect(try await site.opportunity(id).lostReason == reason.id)
        try await site.crm.pipelines.removeLostReason(site.account, reason.id, by: .command, now: .on(2))
        #expect(try await site.opportunity(id).lostReason == reason.id)
        try await site.change(id, at: .on(3)) { $0.status = .open }
        #expect(try await site.opportunity(id).lostReason == nil)
    }

    @Test func `a day that is put off is counted, one that is brought forward is not`() async throws {
        let site = try await Site()
        let id = try await site.opportunity(try await site.create([.firstName: "Ann"])) {
            $0.closesOn = .some(CalendarDate("2026-12-01"))
        }
        try await site.change(id, at: .on(1)) { $0.closesOn = .some(CalendarDate("2026-12-15")) }
        try await site.change(id, at: .on(2)) { $0.closesOn = .some(CalendarDate("2026-12-10")) }
        let forecast = try await site.opportunity(id).forecast
        #expect(forecast.slips == 1)
        #expect(forecast.slippedAt == .on(1))
        #expect(forecast.daysSlipped == 9)
    }

    @Test func `a currency named alone keeps the amount, and sums are never mixed`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let id = try await site.opportunity(ann) { $0.amount = 1_500.5 }
        try await site.change(id, at: .on(1)) { $0.currency = Currency(rawValue: "JPY") }
        #expect(try await site.opportunity(id).value.minorUnits == 1_501)
        try await site.crm.pipelines.setCurrency(site.account, code: "eur", by: .command, now: .on(1))
        try await site.opportunity(ann) { $0.amount = 10 }
        try await site.opportunity(ann) { $0.amount = 5 }
        let totals = try await site.crm.opportunities.totals(site.account, OpportunityQuery())
        #expect(totals.tally == 3)
        #expect(totals.sums.map(\.text) == ["€15.00", "¥1,501"])
    }

    @Test func `sums beyond what a column holds are still exact`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        for _ in 0..<3 { try await site.opportunity(ann) { $0.amount = 10_000_000_000_000 } }
        let totals = try await site.crm.opportunities.totals(site.account, OpportunityQuery())
        #expect(totals.sums.map(\.minorUnits) == [3 * Money.most])
    }

    @Test func `an opportunity has its contact's First and Latest, as they are now`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=x").form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        let id = try await site.opportunity(contact)
        try await site.record(
            site.visit(ann, from: "https://www.facebook.com/", at: .on(1)).form(["email": "ann@example.com"]))
        let detail = try await site.crm.opportunities.detail(site.account, id)
        #expect(detail.contact.contact.first?.source == .paidSearch)
        #expect(detail.contact.contact.latest?.source == .socialMedia)
    }

    @Test func `opportunities go with their contact, and of a deleted one nothing is left`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let first = try await site.opportunity(ann)
        let second = try await site.opportunity(ann)
        try await site.crm.opportunities.delete(site.account, first, now: .on(1))
        await #expect(throws: NotFound.opportunity) { try await site.opportunity(first) }
        #expect(try await site.opportunity(second).contact == ann)
        try await site.crm.contacts.delete(site.account, ann, now: .on(1))
        for table in ["opportunities", "opportunity_terms", "opportunity_changes"] {
            #expect(try await site.house.count(table) == 0, "\(table)")
        }
    }

    @Test func `what another account has cannot be named`() async throws {
        let house = try await House()
        let site = try await Site(in: house)
        let other = try await Site(in: house, name: "Other")
        let bob = try await other.create([.firstName: "Bob"])
        let foreign = try await other.opportunity(bob)
        let ann = try await site.create([.firstName: "Ann"])
        let stage = try await other.pipeline().stages[0].id
        await #expect(throws: InvalidField.self) { try await site.opportunity(bob) }
        await #expect(throws: InvalidField.self) { try await site.opportunity(ann) { $0.stage = stage } }
        await #expect(throws: InvalidField.self) {
            try await site.opportunity(ann) { $0.assignedTo = .some(UserID(rawValue: "nobody")) }
        }
        await #expect(throws: NotFound.opportunity) { try await site.opportunity(foreign) }
        await #expect(throws: NotFound.opportunity) { try await site.change(foreign, at: .on(1)) { $0.name = "x" } }
        await #expect(throws: NotFound.opportunity) {
            try await site.crm.opportunities.delete(site.account, foreign, now: .on(1))
        }
        #expect(try await site.crm.opportunities.page(site.account, OpportunityQuery()).opportunities.isEmpty)
    }

    @Test func `an upsert finds the contact's newest open opportunity of the pipeline`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann", .lastName: "Smith"])
        var edit = OpportunityEdit()
        edit.contact = ann
        edit.pipeline = try await site.pipeline().id
        let first = try await site.crm.opportunities.upsert(site.account, edit, by: site.owner, now: .start)
        #expect(first.isNew)
        #expect(try await site.opportunity(first.id).name == "Ann Smith")
        edit.amount = 20
        let second = try await site.crm.opportunities.upsert(site.account, edit, by: site.owner, now: .on(1))
        #expect(!second.isNew && second.id == first.id)
        #expect(try await site.opportunity(first.id).value.text == "$20.00")
        try await site.change(first.id, at: .on(2)) { $0.status = .won }
        let third = try await site.crm.opportunities.upsert(site.account, edit, by: site.owner, now: .on(3))
        #expect(third.isNew && third.id != first.id)
    }
}
