import CRM

/// Fills a fresh database with a sample business and two months of its leads.
///
/// Everything goes the way that real visits go, through `Capture` with the clock of its time, so that the console shows
/// what the rules made of it and nothing that was written by hand.
public struct DemoData: Sendable {
    public static let email = "demo@headwater.example"

    let crm: CRM
    let seed: UInt64

    public init(crm: CRM, seed: UInt64 = 0x4EAD_3A7E) {
        self.crm = crm
        self.seed = seed
    }

    /// - Parameter password: what the demo's user signs in with.
    public func write(password: String, now: Milliseconds) async throws {
        let calendar = DemoCalendar(now: now)
        let start = calendar.start
        var account = try await crm.accounts.create(name: DemoSite.name, domains: [], now: start)
        account.timeZone = DemoCalendar.zoneName
        try await crm.accounts.update(account)
        _ = try await crm.people.create(email: Self.email, role: .admin, password: password, now: start)
        try await makeFields(account.id, now: start)
        let form = try await crm.forms.create(
            account.id, name: "Consult request", definition: DemoForm.consultDefinition, now: start)

        var story = DemoStory(calendar: calendar, account: account.id, form: form, seed: seed)
        try await record(story.tell())
        var office = DemoOffice(crm: crm, account: account.id, calendar: calendar, seed: seed &+ 1)
        try await office.work()
        var deals = DemoDeals(crm: crm, account: account.id, calendar: calendar, seed: seed &+ 3)
        try await deals.work()
        var followUp = DemoFollowUp(crm: crm, account: account, calendar: calendar, seed: seed &+ 4)
        try await followUp.work()
        var costs = DemoCosts(crm: crm, account: account.id, calendar: calendar, seed: seed &+ 5)
        try await costs.work()
        try await DemoDashboards(crm: crm, account: account.id, calendar: calendar).work()
        try await countRefusals(account.id, calendar)
    }

    private func makeFields(_ account: AccountID, now: Milliseconds) async throws {
        _ = try await crm.fields.create(
            account, name: "Treatment", type: .select, options: DemoForm.treatments, fillable: true, derivedFrom: nil,
            now: now)
        _ = try await crm.fields.create(
            account, name: "Message", type: .multiLine, options: [], fillable: true, derivedFrom: nil, now: now)
    }

    /// Page views may wait for the next form, as they would on a busy line; a form is taken in at its own moment.
    private func record(_ events: [CaptureEvent]) async throws {
        var batch: [CaptureEvent] = []
        for event in events {
            batch.append(event)
            guard event.isConversion || batch.count == 50 else { continue }
            _ = try await crm.capture.record(batch, now: event.occurredAt)
            batch = []
        }
        if let last = batch.last { _ = try await crm.capture.record(batch, now: last.occurredAt) }
    }

    /// Robots call on every website.
    private func countRefusals(_ account: AccountID, _ calendar: DemoCalendar) async throws {
        var random = DemoRandom(seed: seed &+ 2)
        for daysAgo in 1...14 {
            let crawlers = Array(
                repeating: RefusedEvent(account: account, cause: .crawler), count: random.number(2...9))
            _ = try await crm.capture.record([], refused: crawlers, now: calendar.moment(daysAgo: daysAgo, &random))
        }
    }
}
