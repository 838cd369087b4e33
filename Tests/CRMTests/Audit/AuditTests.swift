import CRM
import Database
import Testing

/// Who changed what.
@Suite struct AuditTests {
    private func note(_ house: House, _ account: AccountID?, _ number: Int, _ action: AuditAction) async throws {
        try await house.crm.audit.note(account, action, "thing \(number)", by: .command, at: .on(number))
    }

    @Test func `the log is read newest first, a page at a time, without a gap`() async throws {
        let site = try await Site()
        for number in 1...25 { try await note(site.house, site.account, number, .settingChanged) }
        var query = AuditQuery(account: site.account, limit: 10)
        query.action = .settingChanged
        var seen: [String?] = []
        while true {
            let page = try await site.crm.audit.entries(query)
            guard let last = page.last else { break }
            seen += page.map(\.subject)
            query.before = last.id
        }
        #expect(seen == (1...25).reversed().map { "thing \($0)" })
    }

    @Test func `an account's log has its own lines alone, that of the server has them all`() async throws {
        let house = try await House()
        let one = try await Site(in: house)
        let two = try await Site(in: house, name: "Spa", domains: [])
        try await note(house, one.account, 1, .webhookCreated)
        try await note(house, two.account, 2, .webhookCreated)
        try await note(house, nil, 3, .webhookCreated)
        var query = AuditQuery(account: one.account)
        query.action = .webhookCreated
        #expect(try await house.crm.audit.entries(query).map(\.subject) == ["thing 1"])
        query.account = nil
        let all = try await house.crm.audit.entries(query)
        #expect(all.map(\.subject) == ["thing 3", "thing 2", "thing 1"])
        #expect(all.map(\.account) == [nil, two.account, one.account])
        #expect(all.map(\.accountName) == [nil, "Spa", "Clinic"])
    }

    @Test func `it filters by who and by what`() async throws {
        let house = try await House()
        let actor = AuditActor.token(TokenID(rawValue: "t1"), name: "Zap")
        try await house.crm.audit.note(nil, .fieldCreated, "a", by: actor, at: .on(1))
        try await house.crm.audit.note(nil, .fieldDeleted, "b", by: actor, at: .on(2))
        try await house.crm.audit.note(nil, .fieldDeleted, "c", by: .server, at: .on(3))
        var query = AuditQuery()
        query.actor = "t1"
        let entries = try await house.crm.audit.entries(query)
        #expect(entries.map(\.subject) == ["b", "a"])
        #expect(entries.first?.actor == actor)
        query.action = .fieldCreated
        #expect(try await house.crm.audit.entries(query).map(\.subject) == ["a"])
    }

    @Test func `what is not done is not noted either`() async throws {
        let site = try await Site()
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await site.house.database.write { connection in
                try Audit.note(connection, site.account, .linkCreated, by: .command, at: .start)
                throw Refusal()
            }
        }
        var query = AuditQuery()
        query.action = .linkCreated
        #expect(try await site.crm.audit.entries(query).isEmpty)
    }

    @Test func `tokens and people leave their lines`() async throws {
        let site = try await Site()
        let (token, _) = try await site.crm.tokens.create(
            site.account, name: "Zap", scopes: [.readContacts], by: .command, now: .on(1))
        try await site.crm.tokens.revoke(site.account, token.id, by: .command, now: .on(2))
        var query = AuditQuery(account: site.account)
        query.limit = 2
        let entries = try await site.crm.audit.entries(query)
        #expect(entries.map(\.action) == [.tokenRevoked, .tokenCreated])
        #expect(entries.map(\.subject) == ["Zap", "Zap"])
    }

    @Test(arguments: [
        (AuditQuery(account: AccountID(rawValue: 1)), "PRIMARY KEY"), (AuditQuery(), "audit_entries_of_all"),
    ])
    func `a page costs a walk along an index`(query: AuditQuery, index: String) async throws {
        let house = try await House()
        guard house.database.dialect == .sqlite else { return }
        var byAction = query
        byAction.action = .tokenCreated
        var byActor = query
        byActor.actor = "t1"
        for (query, index) in [(query, index), (byAction, "by_action"), (byActor, "by_actor")] {
            let plans = try await house.database.read { connection in
                try connection.plans { try AuditStoreProbe.read($0, query) }
            }
            #expect(plans.contains { $0.contains(index) }, "\(plans)")
            #expect(!plans.contains { $0.contains("TEMP B-TREE") }, "\(plans)")
        }
    }
}
