import CRM
import Testing

/// What apps are given, and what takes it back.
@Suite struct AppTokenTests {
    @Test func `a code gives a token of the account that was chosen, good for a day`() async throws {
        let it = try await AppHouse()
        let tokens = try await it.tokens()
        #expect(tokens.account?.id == it.one.id)
        #expect(tokens.seconds == 86_400)
        let token = try #require(try await it.opens(tokens.access))
        #expect(token.reach == .account(it.one.id))
        #expect(token.app == it.app.id)
        #expect(token.scopes == [.readContacts, .writeApps, .readApps])
        #expect(try await it.opens(tokens.access, now: .start + .day - .second) != nil)
        #expect(try await it.opens(tokens.access, now: .start + .day + .minute) == nil)
    }

    @Test func `secrets are kept as hashes`() async throws {
        let it = try await AppHouse()
        let code = try await it.code()
        let tokens = try await it.exchange(code).get()
        let house = it.house
        let kept =
            try await house.texts("id || \(house.hex("token_hash"))", of: "app_tokens")
            + house.texts("\(house.hex("code_hash")) || family", of: "app_codes")
            + house.texts("id || \(house.hex("secret_hash"))", of: "apps")
        for secret in [code, tokens.access, tokens.refresh, it.secret].compactMap({ $0 }) {
            #expect(!kept.contains { $0?.contains(secret) ?? true })
        }
    }

    @Test func `a code is good once, and takes back what it gave when it comes again`() async throws {
        let it = try await AppHouse()
        let code = try await it.code()
        let tokens = try await it.exchange(code).get()
        #expect(await refusal { try await it.exchange(code) } == .invalidGrant)
        #expect(try await it.opens(tokens.access) == nil)
        let refresh = try #require(tokens.refresh)
        #expect(await refusal { try await it.apps.refresh(refresh, by: it.credentials, now: .on(1)) } == .invalidGrant)
    }

    @Test func `of two who bring a code at the same moment at most one gets something, and keeps nothing`() async throws
    {
        let it = try await AppHouse()
        let code = try await it.code()
        let results = try await withThrowingTaskGroup(of: Result<IssuedTokens, TokenRefusal>.self) { group in
            for _ in 0..<4 { group.addTask { try await it.exchange(code) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let given = results.compactMap { try? $0.get() }
        #expect(given.count == 1)
        for tokens in given { #expect(try await it.opens(tokens.access) == nil) }
    }

    @Test func `a code is good for five minutes`() async throws {
        let it = try await AppHouse()
        let late = try await it.code()
        #expect(await refusal { try await it.exchange(late, now: .start + 5 * .minute) } == .invalidGrant)
        let early = try await it.code()
        _ = try await it.exchange(early, now: .start + 5 * .minute - .second).get()
    }

    @Test(arguments: [
        (String?.none, "wrong verifier"), (String(repeating: "x", count: 43), "another"), ("short", "too short"),
    ])
    func `a code needs the verifier of its challenge`(verifier: String?, why: String) async throws {
        let it = try await AppHouse()
        let code = try await it.code()
        #expect(await refusal { try await it.exchange(code, verifier: verifier) } == .invalidGrant)
    }

    @Test func `a verifier without a challenge is refused`() async throws {
        let it = try await AppHouse()
        let code = try await it.apps.authorize(it.consent(.chosen([it.one.id]), challenge: nil), now: .start)
        #expect(await refusal { try await it.exchange(code) } == .invalidGrant)
        let other = try await it.apps.authorize(it.consent(.chosen([it.one.id]), challenge: nil), now: .start)
        _ = try await it.exchange(other, verifier: nil).get()
    }

    @Test func `an app without a secret proves itself with PKCE, and with nothing else`() async throws {
        let it = try await AppHouse(isConfidential: false)
        #expect(it.secret == nil)
        _ = try await it.tokens()
        let code = try await it.apps.authorize(it.consent(.chosen([it.one.id]), challenge: nil), now: .start)
        #expect(await refusal { try await it.exchange(code, verifier: nil) } == .invalidGrant)
        let shown = AppCredentials(id: it.app.id, secret: "hws-something")
        let another = try await it.code()
        #expect(await refusal { try await it.exchange(another, by: shown) } == .invalidClient)
    }

    @Test func `the address has to be the one that the code was sent to`() async throws {
        let it = try await AppHouse(redirectURIs: [AppHouse.callback, "https://app.example/other"])
        for uri in ["https://app.example/other", "https://app.example/back/", nil] {
            let code = try await it.code()
            #expect(await refusal { try await it.exchange(code, redirectURI: uri) } == .invalidGrant)
        }
        let single = try await AppHouse()
        _ = try await single.exchange(single.code(), redirectURI: nil).get()
    }

    @Test func `another app's secret, code or refresh token is of no use`() async throws {
        let it = try await AppHouse()
        let (other, secret) = try await it.apps.create(
            AppWish(name: "Other", redirectURIs: [AppHouse.callback], scopes: [.readContacts]), isConfidential: true,
            by: .command, now: .start)
        let stranger = AppCredentials(id: other.id, secret: secret)
        let code = try await it.code()
        #expect(await refusal { try await it.exchange(code, by: stranger) } == .invalidGrant)
        let tokens = try await it.exchange(code).get()
        let refresh = try #require(tokens.refresh)
        #expect(await refusal { try await it.apps.refresh(refresh, by: stranger, now: .on(1)) } == .invalidGrant)
        for wrong in [AppCredentials(id: it.app.id, secret: secret), AppCredentials(id: it.app.id, secret: nil)] {
            #expect(await refusal { try await it.apps.refresh(refresh, by: wrong, now: .on(1)) } == .invalidClient)
        }
        #expect(try await it.apps.revoke(tokens.access, by: stranger, now: .on(1)))
        #expect(try await it.opens(tokens.access) != nil)
    }

    @Test func `a refresh token is good once, and a second use takes back the family`() async throws {
        let it = try await AppHouse()
        let first = try await it.tokens()
        let stolen = try #require(first.refresh)
        let second = try await it.apps.refresh(stolen, by: it.credentials, now: .start + .hour).get()
        #expect(second.refresh != stolen)
        #expect(try await it.opens(second.access, now: .start + 2 * .hour) != nil)
        #expect(
            await refusal { try await it.apps.refresh(stolen, by: it.credentials, now: .start + 3 * .hour) }
                == .invalidGrant)
        for access in [first.access, second.access] {
            #expect(try await it.opens(access, now: .start + 4 * .hour) == nil)
        }
        let renewed = try #require(second.refresh)
        #expect(
            await refusal { try await it.apps.refresh(renewed, by: it.credentials, now: .start + 5 * .hour) }
                == .invalidGrant)
    }

    @Test func `a refresh token is good for a year, and no access token opens with it`() async throws {
        let it = try await AppHouse()
        let refresh = try #require(try await it.tokens().refresh)
        #expect(try await it.opens(refresh) == nil)
        #expect(
            await refusal { try await it.apps.refresh(refresh, by: it.credentials, now: .start + 366 * .day) }
                == .invalidGrant)
    }

    @Test func `revoking an access token ends it alone, revoking a refresh token all of its family`() async throws {
        let it = try await AppHouse()
        let tokens = try await it.tokens()
        let refresh = try #require(tokens.refresh)
        #expect(try await it.apps.revoke(tokens.access, by: it.credentials, now: .start))
        #expect(try await it.opens(tokens.access) == nil)
        let next = try await it.apps.refresh(refresh, by: it.credentials, now: .start + .second).get()
        let renewed = try #require(next.refresh)
        #expect(try await it.apps.revoke(renewed, by: it.credentials, now: .start))
        #expect(try await it.opens(next.access) == nil)
    }

    private func refusal(
        _ work: () async throws -> Result<IssuedTokens, TokenRefusal>
    ) async -> TokenRefusal? {
        do {
            guard case .failure(let refusal) = try await work() else { return nil }
            return refusal
        } catch {
            Issue.record(error)
            return nil
        }
    }
}
