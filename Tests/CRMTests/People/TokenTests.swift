import CRM
import Testing

/// What programs sign in with.
@Suite struct TokenTests {
    @Test func `a token is shown once and kept as a hash`() async throws {
        let site = try await Site()
        let (token, secret) = try await site.crm.tokens.create(
            site.account, name: " Zapier ", scopes: [.readContacts, .writeContacts], now: .start)
        #expect(secret.hasPrefix("pit-"))
        #expect(secret.count == 47)
        #expect(token.name == "Zapier")
        let columns = "id || name || scopes || \(site.house.hex("token_hash"))"
        let kept = try await site.house.texts(columns, of: "tokens").first ?? nil
        #expect(kept?.contains(secret.dropFirst(4)) == false)
        #expect(try await site.house.count("tokens", where: "length(token_hash) = 32") == 1)
    }

    @Test func `the secret finds the token, its account and its scopes`() async throws {
        let site = try await Site()
        let (token, secret) = try await site.crm.tokens.create(
            site.account, name: "", scopes: [.readContacts], now: .start)
        let found = try #require(try await site.crm.tokens.token(secret: secret, now: .on(1)))
        #expect(found.id == token.id)
        #expect(found.account == site.account)
        #expect(found.scopes == [.readContacts])
        #expect(found.name == "Integration")
        #expect(try await site.crm.tokens.all(site.account).first?.lastUsedAt == .on(1))
    }

    @Test(arguments: ["", "pit-", "pit-wrong", "Bearer", "'; drop table tokens", String(repeating: "pit-", count: 999)])
    func `another secret finds nothing`(secret: String) async throws {
        let site = try await Site()
        _ = try await site.crm.tokens.create(site.account, name: "Zap", scopes: [], now: .start)
        #expect(try await site.crm.tokens.token(secret: secret, now: .start) == nil)
    }

    @Test func `its last use is noted at most once a minute`() async throws {
        let site = try await Site()
        let (_, secret) = try await site.crm.tokens.create(site.account, name: "Zap", scopes: [], now: .start)
        for second in [0, 30, 60, 61] {
            _ = try await site.crm.tokens.token(secret: secret, now: .on(1) + Milliseconds(second) * .second)
        }
        #expect(try await site.crm.tokens.all(site.account).first?.lastUsedAt == .on(1) + 61 * .second)
    }

    @Test func `a revoked token opens nothing, and is revoked once`() async throws {
        let site = try await Site()
        let (token, secret) = try await site.crm.tokens.create(site.account, name: "Zap", scopes: [], now: .start)
        try await site.crm.tokens.revoke(site.account, token.id, now: .on(1))
        #expect(try await site.crm.tokens.token(secret: secret, now: .on(1)) == nil)
        #expect(try await site.crm.tokens.all(site.account).isEmpty)
        await #expect(throws: NotFound.token) {
            try await site.crm.tokens.revoke(site.account, token.id, now: .on(2))
        }
    }
}
