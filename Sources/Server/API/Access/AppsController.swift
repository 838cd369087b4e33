import CRM
import Foundation
import HTTPTypes
import Hummingbird

/// What an app asks about itself with its token of the agency.
struct AppsController: Sendable {
    let crm: CRM

    /// `GET /oauth/installedLocations`
    func installed(_ call: AgencyCall) async throws -> Response {
        let query = call.query
        let app = try self.app(call)
        try await check(companyID: query["companyId"])
        if let named = query["appId"], !named.isEmpty, named != app.rawValue { throw APIError.foreignLocation }
        let wantsInstalled = query["isInstalled"] != "false"
        let part = query["query"]?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        // Of an account that it was not let into an app does not even learn the name.
        let all = try await crm.accounts.all().filter { account in
            wantsInstalled && call.token.reach.holds(account.id)
                && (part.isEmpty || account.name.lowercased().contains(part))
        }
        let skip = Int(query["pageToken"] ?? query["skip"] ?? "") ?? 0
        let limit = Int(query["pageSize"] ?? query["limit"] ?? "") ?? 20
        let page = all.dropFirst(skip).prefix(limit)
        return try .json(
            WireInstalledLocations(
                locations: page.map(WireInstalledLocations.Location.init), count: all.count,
                installToFutureLocations: call.token.reach == .agency,
                nextPageToken: skip + page.count < all.count ? "\(skip + page.count)" : nil))
    }

    /// `POST /oauth/locationToken`
    func locationToken(_ call: AgencyCall) async throws -> Response {
        _ = try app(call)
        let form: [String: String]
        do {
            form = try OAuthForm.values(call.incoming.bytes, call.incoming.request.headers[.contentType])
        } catch let error as OAuthError {
            return try error.response
        }
        let problems = ["companyId", "locationId"].filter { form[$0]?.nonBlank == nil }
        guard problems.isEmpty, let location = form["locationId"] else {
            throw APIError.invalid(problems.map { "\($0) must not be empty" })
        }
        try await check(companyID: form["companyId"])
        guard let secret = APIDoor.bearer(of: call.incoming.request) else { throw APIError.invalidToken }
        do {
            switch try await crm.apps.locationToken(for: location, from: secret, now: call.now) {
            case .success(let tokens): return try .json(WireIssuedTokens(tokens))
            case .failure: throw APIError.foreignLocation
            }
        } catch NotFound.account {
            throw APIError.foreignLocation
        }
    }

    /// A token that was made by hand is no app's.
    private func app(_ call: AgencyCall) throws(APIError) -> AppID {
        guard let app = call.token.app else { throw .foreignLocation }
        return app
    }

    private func check(companyID: String?) async throws {
        guard let companyID, !companyID.isEmpty else { return }
        guard companyID == (try await crm.apps.companyID()) else { throw APIError.foreignLocation }
    }
}

/// The accounts that an app was let into.
struct WireInstalledLocations: Encodable {
    let locations: [Location]
    let count: Int
    let installToFutureLocations: Bool
    @OrNull var nextPageToken: String?

    struct Location: Encodable {
        let _id: String
        let name: String
        /// Headwater keeps no address of an account.
        let address = ""
        let isInstalled = true

        init(_ account: Account) {
            _id = account.locationID
            name = account.name
        }
    }
}
