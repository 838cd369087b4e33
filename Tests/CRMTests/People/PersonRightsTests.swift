import Testing

@testable import CRM

/// What people may see, and what ends it.
@Suite struct PersonRightsTests {
    private static let password = "correct horse battery"

    private func user(_ house: House, _ email: String, _ role: User.Role = .user) async throws -> User {
        try await house.crm.people.create(email: email, role: role, password: Self.password, now: .start)
    }

    /// A session's token.
    private func signIn(_ house: House, _ email: String, _ password: String = password, at moment: Milliseconds)
        async throws
        -> String?
    {
        let outcome = try await house.crm.people.signIn(email: email, password: password, client: email, now: moment)
        guard case .welcome(_, let token) = outcome else { return nil }
        return token
    }

    @Test func `a user has the accounts that were chosen, an administrator all`() async throws {
        let house = try await House()
        let one = try await Site(in: house)
        let two = try await Site(in: house, name: "Spa", domains: [])
        let user = try await user(house, "bo@example.com")
        #expect(user.sees(one.account) && user.sees(two.account))
        let access = UserAccess(accounts: [one.account], seesAssignedOnly: true)
        try await house.crm.people.change(user.id, role: .user, access: access, by: .command, now: .on(1))
        let changed = try await house.crm.people.user(user.id)
        #expect(changed.access == access)
        #expect(changed.sees(one.account) && !changed.sees(two.account))
        #expect(changed.contacts == .assigned(to: user.id))
        try await house.crm.people.change(user.id, role: .admin, access: access, by: .command, now: .on(2))
        let admin = try await house.crm.people.user(user.id)
        #expect(admin.sees(two.account))
        #expect(admin.contacts == .everything)
    }

    @Test func `a session has its user's new rights at once`() async throws {
        let house = try await House()
        let user = try await user(house, "bo@example.com")
        let token = try #require(try await signIn(house, "bo@example.com", at: .start))
        try await house.crm.people.change(
            user.id, role: .user, access: UserAccess(accounts: []), by: .command, now: .on(1))
        #expect(try await house.crm.people.session(token: token, now: .on(1))?.user.access.accounts == [])
    }

    @Test func `deleting somebody ends their sessions and frees the address`() async throws {
        let house = try await House()
        _ = try await user(house, "ada@example.com", .admin)
        let user = try await user(house, "bo@example.com")
        let token = try #require(try await signIn(house, "bo@example.com", at: .start))
        try await house.crm.people.delete(user.id, by: .command, now: .on(1))
        #expect(try await house.crm.people.session(token: token, now: .on(1)) == nil)
        #expect(try await signIn(house, "bo@example.com", at: .on(1)) == nil)
        #expect(try await house.crm.people.all().map(\.email.text) == ["ada@example.com"])
        _ = try await self.user(house, "bo@example.com")
        var query = AuditQuery()
        query.action = .userDeleted
        #expect(try await house.crm.audit.entries(query).map(\.subject) == [user.id.rawValue])
    }

    @Test func `there is always an administrator, also when two take the role from each other`() async throws {
        let house = try await House()
        let ada = try await user(house, "ada@example.com", .admin)
        await #expect(throws: PersonError.lastAdministrator) {
            try await house.crm.people.delete(ada.id, by: .command, now: .on(1))
        }
        let bo = try await user(house, "bo@example.com", .admin)
        await withTaskGroup(of: Void.self) { group in
            for id in [ada.id, bo.id] {
                group.addTask {
                    try? await house.crm.people.change(
                        id, role: .user, access: UserAccess(), by: .command, now: .on(2))
                }
            }
        }
        #expect(try await house.crm.people.all().filter { $0.role == .admin }.count == 1)
    }

    @Test func `another password needs the present one and keeps this session alone`() async throws {
        let house = try await House()
        let user = try await user(house, "bo@example.com")
        let here = try #require(try await signIn(house, "bo@example.com", at: .start))
        let elsewhere = try #require(try await signIn(house, "bo@example.com", at: .start))
        let people = house.crm.people
        await #expect(throws: PersonError.wrongPassword) {
            try await people.changePassword(of: user, from: "wrong", to: "another one", keeping: here, now: .on(1))
        }
        try await people.changePassword(
            of: user, from: Self.password, to: "another password", keeping: here, now: .on(1))
        #expect(try await people.session(token: here, now: .on(1)) != nil)
        #expect(try await people.session(token: elsewhere, now: .on(1)) == nil)
        #expect(try await signIn(house, "bo@example.com", at: .on(2)) == nil)
        #expect(try await signIn(house, "bo@example.com", "another password", at: .on(2)) != nil)
    }

    @Test func `a link sets a password once, within two days`() async throws {
        let house = try await House()
        let people = house.crm.people
        let (user, secret) = try await people.invite(
            email: "bo@example.com", role: .user, access: UserAccess(), by: .command, now: .start)
        #expect(try await people.user(link: secret, now: .start)?.id == user.id)
        #expect(try await people.user(link: secret, now: .start + 2 * .day) == nil)
        _ = try await people.setPassword(link: secret, to: Self.password, now: .start)
        #expect(try await signIn(house, "bo@example.com", at: .start) != nil)
        await #expect(throws: PersonError.link) {
            _ = try await people.setPassword(link: secret, to: "another password", now: .start)
        }
        let first = try await people.resetLink(for: user.id, by: .command, now: .on(1))
        let second = try await people.resetLink(for: user.id, by: .command, now: .on(1))
        #expect(try await people.user(link: first, now: .on(1)) == nil)
        #expect(try await people.user(link: second, now: .on(1)) != nil)
    }

    @Test func `who has tried too often need not wait with a new password`() async throws {
        let house = try await House()
        let user = try await user(house, "bo@example.com")
        func opens(_ password: String, from client: String) async throws -> Bool {
            let outcome = try await house.crm.people.signIn(
                email: "bo@example.com", password: password, client: client, now: .start)
            return if case .welcome = outcome { true } else { false }
        }
        for number in 1...20 { #expect(try await !opens("wrong", from: "\(number)")) }
        #expect(try await !opens(Self.password, from: "home"))
        let link = try await house.crm.people.resetLink(for: user.id, by: .command, now: .start)
        _ = try await house.crm.people.setPassword(link: link, to: "another password", now: .start)
        #expect(try await opens("another password", from: "home"))
    }

    @Test func `who finds too many before the desk is sent away instead of waiting`() async throws {
        #expect(try await PasswordDesk(most: 0).run { 1 } == nil)
        let desk = PasswordDesk(most: 1)
        for number in 1...3 { #expect(try await desk.run { number } == number) }
    }
}
