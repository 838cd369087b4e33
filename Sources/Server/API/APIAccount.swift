import CRM
import Hummingbird

/// Finds the account that a request is about, and holds it against what its token opens.
struct APIAccount: Sendable {
    let crm: CRM
    let token: Token

    /// The account that a path or a query names, or the only one that the token opens by itself; nil where the body has
    /// to say.
    ///
    /// - Throws: `APIError.foreignLocation`. To a token it is the same whether an account is not its own or is not there.
    func account(_ named: Set<String>) async throws -> Account? {
        guard named.count <= 1 else { throw APIError.foreignLocation }
        if let own = token.account {
            let account = try await opened(own)
            guard named.allSatisfy({ $0 == account.locationID }) else { throw APIError.foreignLocation }
            return account
        }
        guard let name = named.first else { return nil }
        guard let account = try await crm.accounts.account(locationID: name), token.reach.holds(account.id) else {
            throw APIError.foreignLocation
        }
        return account
    }

    /// The account of a request that was read: every place that names one names the same. A token of several accounts need
    /// not name one while there is only one.
    ///
    /// - Parameter named: what path and query have said.
    /// - Throws: `APIError.foreignLocation`, `APIError.badRequest`.
    func account(_ incoming: IncomingCall, _ named: Account?) async throws -> Account {
        let all = Set(incoming.locationIDs)
        if let named {
            guard all.allSatisfy({ $0 == named.locationID }) else { throw APIError.foreignLocation }
            return named
        }
        if let account = try await account(all) { return account }
        let opened = try await crm.accounts.all().filter { token.reach.holds($0.id) }
        guard opened.count == 1, let account = opened.first else {
            throw APIError.badRequest("locationId is needed: the token opens more than one location")
        }
        return account
    }

    /// An account that was deleted meanwhile takes its tokens along.
    private func opened(_ id: AccountID) async throws -> Account {
        do {
            return try await crm.accounts.account(id)
        } catch NotFound.account {
            throw APIError.invalidToken
        }
    }
}

extension IncomingCall {
    /// The accounts that the path and the query of a request name.
    static func named(_ request: Request, _ context: WebContext) -> Set<String> {
        let query = FormBody(request.uri.query ?? "")
        let texts = [context.parameters.get("locationId")] + ["locationId", "location_id"].flatMap(query.all)
        return Set(texts.compactMap { $0?.nonBlank })
    }
}

extension Token {
    /// Whose requests a limit counts: an app that renews its token has no more for it.
    var limitKey: String {
        guard let app else { return id.rawValue }
        return "\(app.rawValue) \(account?.rawValue ?? 0)"
    }
}
