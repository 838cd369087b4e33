import Attribution
import CRM

/// What becomes of the leads: the front desk keeps an opportunity for most of them, and some sources sell better than
/// others.
struct DemoDeals {
    let crm: CRM
    let account: AccountID
    let calendar: DemoCalendar
    private var random: DemoRandom
    private let maker = ContactMaker.person(email: "lena@juniperandvale.example")

    init(crm: CRM, account: AccountID, calendar: DemoCalendar, seed: UInt64) {
        self.crm = crm
        self.account = account
        self.calendar = calendar
        random = DemoRandom(seed: seed)
    }

    mutating func work() async throws {
        for name in ["Too expensive", "Chose another clinic", "Bad timing"] {
            try await crm.pipelines.addLostReason(account, name: name, by: .server, now: calendar.start)
        }
        let reasons = try await crm.pipelines.lostReasons(account)
        let stages = try await crm.pipelines.all(account).first?.stages ?? []
        var query = ContactQuery(limit: 500)
        var hasMore = true
        while hasMore {
            let page = try await crm.contacts.page(account, query)
            for detail in page.contacts where random.chance(82) {
                try await sell(to: detail, stages, reasons)
            }
            query.start = page.contacts.last.map { .olderThan(ContactCursor($0.contact)) }
            hasMore = page.hasOlder
        }
    }

    /// From the first call to the outcome, each step at its own moment and none in the future.
    private mutating func sell(
        to detail: ContactDetail, _ stages: [Pipeline.Stage], _ reasons: [LostReason]
    ) async throws {
        let contact = detail.contact
        let luck = DemoLuck(contact.first?.source, campaign: detail.first?.record[.campaign])
        var edit = OpportunityEdit()
        let treatment = random.pick(Self.treatments)
        edit.name = treatment?.name
        edit.amount = treatment.map { .init($0.price * random.number(1...luck.sessions)) }
        edit.contact = contact.id
        var moment = contact.createdAt + random.seconds(600...14_400)
        guard moment < calendar.now else { return }
        let id = try await crm.opportunities.create(account, edit, by: maker, now: moment)
        for stage in stages.dropFirst() {
            moment += random.days(1...5) + random.seconds(0...20_000)
            guard moment < calendar.now, random.chance(78) else { break }
            var step = OpportunityEdit()
            step.stage = stage.id
            try await crm.opportunities.update(account, id, step, by: maker, now: moment)
        }
        moment = max(moment, contact.createdAt) + random.days(1...6)
        guard moment < calendar.now else { return }
        var outcome = OpportunityEdit()
        if random.chance(luck.won) {
            outcome.status = .won
            try await tag(contact, "client", at: moment)
        } else if random.chance(55) {
            outcome.status = .lost
            outcome.lostReason = .some(random.pick(reasons)?.id)
        } else if random.chance(20) {
            outcome.status = .abandoned
        }
        try await crm.opportunities.update(account, id, outcome, by: maker, now: moment)
    }

    private func tag(_ contact: Contact, _ tag: String, at moment: Milliseconds) async throws {
        _ = try await crm.contacts.tag(account, contact.id, .add([tag]), by: maker, now: moment)
    }

    private static let treatments = [
        (name: "Wrinkle relaxers", price: 360), (name: "Laser hair removal", price: 240),
        (name: "Hydrating facial", price: 165), (name: "Microneedling", price: 310),
    ]
}
