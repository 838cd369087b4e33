import CRM
import Hummingbird

/// `/locations`: accounts, as the agency sees them.
struct LocationsController: Sendable {
    let crm: CRM

    func show(_ call: APICall) async throws -> Response {
        try .json(WireSingleLocation(location: try await wire(call.account)))
    }

    func update(_ call: APICall) async throws -> Response {
        let wish = LocationRequest(call.body)
        var account = call.account
        var details = try await crm.accounts.details(account.id)
        account.name = wish.name ?? account.name
        account.timeZone = wish.timeZone ?? account.timeZone
        wish.apply(to: &details)
        let (changed, said) = (account, details)
        try await SettingRefusals.answer {
            try await crm.accounts.update(changed, details: said, by: call.token.actor, now: call.now)
        }
        try await allowDuplicates(wish.allowsDuplicates, in: account.id, by: call.token.actor, now: call.now)
        return try .json(try await wire(try await crm.accounts.account(account.id)))
    }

    func search(_ call: AgencyCall) async throws -> Response {
        var query = AccountQuery()
        query.email = call.query["email"]?.nonBlank
        query.accounts = call.token.reach.chosen
        query.newestFirst = call.query["order"] == "desc"
        query.offset = call.query["skip"].flatMap { Int($0) } ?? query.offset
        query.limit = call.query["limit"].flatMap { Int($0) } ?? query.limit
        var locations: [WireLocation] = []
        for account in try await crm.accounts.search(query) { locations.append(try await wire(account.account)) }
        return try .json(WireLocations(locations: locations))
    }

    func create(_ call: AgencyCall) async throws -> Response {
        let wish = LocationRequest(call.body)
        var details = BusinessDetails()
        wish.apply(to: &details)
        let said = details
        let account = try await SettingRefusals.answer {
            try await crm.accounts.create(
                name: wish.name ?? "", domains: [], timeZone: wish.timeZone ?? "UTC", details: said,
                by: call.token.actor, now: call.now)
        }
        try await allowDuplicates(wish.allowsDuplicates, in: account.id, by: call.token.actor, now: call.now)
        return try .json(try await wire(account), status: .created)
    }

    /// The account is gone at once; its rows are taken away in the background.
    func delete(_ call: APICall) async throws -> Response {
        guard call.token.reach == .agency else { throw APIError.foreignLocation }
        try await crm.accounts.close(call.account.id, by: call.token.actor, now: call.now)
        return try .json(
            WireDeletedLocation(success: true, message: "Deleted location with id: \(call.account.locationID)"))
    }

    func timeZones(_ call: APICall) async throws -> Response {
        try .json(WireTimeZones(timeZones: TimeZoneName.all))
    }

    private func allowDuplicates(
        _ allows: Bool?, in account: AccountID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        guard let allows else { return }
        var policy = try await crm.contacts.duplicatePolicy(account)
        policy.allowsDuplicates = allows
        try await crm.contacts.setDuplicatePolicy(account, policy, by: actor, now: now)
    }

    private func wire(_ account: Account) async throws -> WireLocation {
        WireLocation(
            account, try await crm.accounts.details(account.id), companyID: try await crm.apps.companyID(),
            allowsDuplicates: try await crm.contacts.duplicatePolicy(account.id).allowsDuplicates)
    }
}

/// What became of a location that was deleted.
struct WireDeletedLocation: Encodable {
    let success: Bool
    let message: String
}

/// The time zones that an account may choose.
struct WireTimeZones: Encodable {
    let timeZones: [String]
}
