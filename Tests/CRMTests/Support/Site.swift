import Attribution
import CRM
import Database

/// A customer's website with its account: `clinic.example`, unless a story needs another.
struct Site: Sendable {
    let house: House
    let account: AccountID

    var crm: CRM { house.crm }

    init(domains: [String] = ["clinic.example"], _ change: (inout Account) -> Void = { _ in }) async throws {
        try await self.init(in: House(), domains: domains, change)
    }

    init(
        in house: House, name: String = "Clinic", domains: [String] = ["clinic.example"],
        _ change: (inout Account) -> Void = { _ in }
    ) async throws {
        self.house = house
        var account = try await house.crm.accounts.create(name: name, domains: domains, now: .start)
        self.account = account.id
        change(&account)
        try await house.crm.accounts.update(account)
    }

    /// Somebody's browser that has never been here.
    func browser() -> VisitorID { VisitorID(rawValue: house.seed.ids.uuid(at: .start)) }

    /// A visit that begins with an address and a referrer.
    func visit(
        _ visitor: VisitorID?, to url: String = "https://clinic.example/", from referrer: String? = nil,
        at moment: Milliseconds = .start
    ) -> Visit {
        Visit(
            account: account, visitor: visitor,
            session: visitor.map { _ in SessionID(rawValue: house.seed.ids.uuid(at: moment)) },
            landing: CapturedLanding(url: url, referrer: referrer, at: moment), ids: house.seed.ids)
    }

    /// Stores events in one batch; received when the last of them happened, unless the story says otherwise.
    @discardableResult
    func record(_ events: CaptureEvent..., now: Milliseconds? = nil) async throws -> [CaptureAnswer] {
        try await crm.capture.record(events, now: now ?? events.map(\.occurredAt).max() ?? .start)
    }
}
