import CRM
import Testing

/// Where an app's tokens open doors.
@Suite struct AppReachTests {
    @Test func `several accounts make a token of the agency that opens those alone`() async throws {
        let it = try await AppHouse()
        let three = try await it.house.crm.accounts.create(name: "Gym", domains: [], now: .start)
        let tokens = try await it.tokens(.chosen([it.one.id, it.two.id]))
        #expect(tokens.account == nil)
        #expect(tokens.accounts?.map(\.name) == ["Clinic", "Spa"])
        let token = try #require(try await it.opens(tokens.access))
        #expect(token.reach == .accounts([it.one.id, it.two.id]))
        #expect(!token.reach.holds(three.id))
    }

    @Test func `every account means those to come as well`() async throws {
        let it = try await AppHouse()
        let token = try #require(try await it.opens(try await it.tokens(.all).access))
        #expect(token.reach == .agency)
    }

    @Test func `a token of the agency makes tokens of the accounts that it opens`() async throws {
        let it = try await AppHouse()
        let three = try await it.house.crm.accounts.create(name: "Gym", domains: [], now: .start)
        let agency = try await it.tokens(.chosen([it.one.id, it.two.id]))
        let single = try await it.apps.locationToken(for: it.two.locationID, from: agency.access, now: .start).get()
        #expect(single.refresh == nil)
        #expect(try await it.opens(single.access)?.reach == .account(it.two.id))
        await #expect(throws: NotFound.account) {
            _ = try await it.apps.locationToken(for: three.locationID, from: agency.access, now: .start)
        }
        let own = try await it.apps.locationToken(for: it.two.locationID, from: single.access, now: .start)
        #expect(throws: TokenRefusal.unauthorizedClient) { _ = try own.get() }
    }

    @Test func `putting an app out of an account closes its doors there at once`() async throws {
        let it = try await AppHouse()
        let agency = try await it.tokens(.chosen([it.one.id, it.two.id]))
        let single = try await it.apps.locationToken(for: it.one.locationID, from: agency.access, now: .start).get()
        try await it.apps.disconnect(it.app.id, from: it.one.id, by: .command, now: .start)
        #expect(try await it.opens(single.access) == nil)
        #expect(try await it.opens(agency.access)?.reach == .accounts([it.two.id]))
        try await it.apps.disconnect(it.app.id, from: it.two.id, by: .command, now: .start)
        #expect(try await it.opens(agency.access) == nil)
        let refreshed = try await it.apps.refresh(
            try #require(agency.refresh), by: it.credentials, now: .start + .hour)
        #expect(throws: TokenRefusal.invalidGrant) { _ = try refreshed.get() }
    }

    @Test func `an app that was put out everywhere and is let in anew has nothing of what it had`() async throws {
        let it = try await AppHouse()
        let agency = try await it.tokens(.chosen([it.one.id, it.two.id]))
        for account in [it.one.id, it.two.id] {
            try await it.apps.disconnect(it.app.id, from: account, by: .command, now: .start)
        }
        _ = try await it.tokens()
        #expect(try await it.opens(agency.access) == nil)
    }

    @Test func `a token of the agency stays out of an account that the app was let into with less`() async throws {
        let it = try await AppHouse()
        let three = try await it.house.crm.accounts.create(name: "Gym", domains: [], now: .start)
        let agency = try await it.tokens(.chosen([it.one.id, it.two.id]))
        _ = try await it.apps.authorize(it.consent(.chosen([three.id]), scopes: [.readApps]), now: .start)
        #expect(try await it.opens(agency.access)?.reach == .accounts([it.one.id, it.two.id]))
    }

    @Test func `a consent with less in it ends the tokens that had more, for good`() async throws {
        let it = try await AppHouse()
        let wide = try await it.tokens()
        _ = try await it.apps.authorize(it.consent(.chosen([it.one.id]), scopes: [.readApps]), now: .start)
        #expect(try await it.opens(wide.access) == nil)
        let again = try await it.tokens()
        #expect(try await it.opens(wide.access) == nil)
        #expect(try await it.opens(again.access) != nil)
        let refreshed = try await it.apps.refresh(try #require(wide.refresh), by: it.credentials, now: .start + .hour)
        #expect(throws: TokenRefusal.invalidGrant) { _ = try refreshed.get() }
    }

    @Test func `a consent with as much in it, or for another account, leaves tokens alone`() async throws {
        let it = try await AppHouse()
        let first = try await it.tokens()
        _ = try await it.tokens()
        _ = try await it.apps.authorize(it.consent(.chosen([it.two.id]), scopes: [.readApps]), now: .start)
        #expect(try await it.opens(first.access) != nil)
    }

    @Test func `consents of one app at the same moment are both taken`() async throws {
        let it = try await AppHouse()
        let codes = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 { group.addTask { try await it.code(.chosen([it.one.id, it.two.id])) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(codes).count == 6)
        #expect(try await it.apps.grants(of: it.app.id).count == 2)
    }

    @Test func `an app that is deleted has nothing any more`() async throws {
        let it = try await AppHouse()
        let tokens = try await it.tokens()
        try await it.apps.delete(it.app.id, by: .command, now: .start)
        #expect(try await it.opens(tokens.access) == nil)
        #expect(try await it.house.count("app_tokens") == 0)
        #expect(try await it.house.count("app_grants") == 0)
    }

    @Test func `a renewed secret is the only one`() async throws {
        let it = try await AppHouse()
        let secret = try await it.apps.renewSecret(it.app.id, by: .command, now: .start)
        let old = try await it.exchange(it.code())
        #expect(throws: TokenRefusal.invalidClient) { _ = try old.get() }
        _ = try await it.exchange(it.code(), by: AppCredentials(id: it.app.id, secret: secret)).get()
    }

    @Test(arguments: [
        "http://app.example/back", "javascript:alert(1)", "data:text/html,x", "https://app.example/back#part", "app:",
        "//app.example/back", "https://user@app.example/", "https://", "", "https://app.example/\nSet-Cookie: x",
    ])
    func `an address that leads nowhere safe cannot be registered`(uri: String) async throws {
        let it = try await AppHouse()
        await #expect(throws: AppError.redirectURI(uri)) {
            _ = try await it.apps.create(
                AppWish(name: "Bad", redirectURIs: [uri], scopes: [.readContacts]), isConfidential: true,
                by: .command, now: .start)
        }
    }

    @Test(arguments: ["http://127.0.0.1:8123/back", "http://localhost/back", "com.example.app:/back"])
    func `a program on somebody's own device can be sent back to`(uri: String) async throws {
        let it = try await AppHouse()
        _ = try await it.apps.create(
            AppWish(name: "Native", redirectURIs: [uri], scopes: [.readContacts]), isConfidential: false,
            by: .command, now: .start)
    }
}
