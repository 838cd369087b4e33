import Testing

@testable import CRM

/// Who signs in to the console. A real password costs much work, so most of these people have a cheap one.
@Suite struct PeopleTests {
    private let password = "correct horse battery"

    private func addPerson(_ email: String, to house: House) async throws {
        let user = User(
            id: UserID(rawValue: email), email: try #require(EmailAddress(email)), role: .user, createdAt: .start)
        let hash = try PasswordHash(
            password: password, salt: Array(1...16), cost: PasswordHash.Cost(rounds: 2, blockSize: 8, parallelism: 1))
        try await house.database.write { try PeopleStore.insert($0, user, hash) }
    }

    @Test func `a person signs in, stays for two weeks, and signs out`() async throws {
        let house = try await House()
        let people = house.crm.people
        let user = try await people.create(
            email: " Owner@Clinic.example ", role: .admin, password: password, now: .start)
        #expect(user.email.text == "Owner@Clinic.example")
        let stored = try await house.texts("password_hash", of: "users").first ?? nil
        #expect(stored?.hasPrefix("scrypt$32768$8$3$") == true)
        let signIn = try await people.signIn(
            email: "owner@CLINIC.example", password: password, client: "198.51.100.7", now: .start)
        guard case .welcome(let session, let token) = signIn else {
            Issue.record("Not welcome.")
            return
        }
        #expect(session.user.role == .admin)
        #expect(session.csrfToken.count == 43)
        #expect(session.csrfToken != token)
        #expect(try await house.texts(house.hex("token_hash"), of: "console_sessions").first??.contains(token) == false)
        let end = .start + People.sessionLength
        #expect(try await people.session(token: token, now: end - 1)?.csrfToken == session.csrfToken)
        #expect(try await people.session(token: token, now: end) == nil)
        #expect(try await people.session(token: token + "x", now: .start) == nil)
        try await people.signOut(token: token)
        #expect(try await people.session(token: token, now: .start) == nil)
    }

    @Test func `after ten wrong passwords neither the person nor the client gets another try for a while`() async throws
    {
        let house = try await House()
        let people = house.crm.people
        try await addPerson("owner@clinic.example", to: house)
        for second in 0..<10 {
            let now = .start + Milliseconds(second) * .second
            let signIn = try await people.signIn(
                email: "owner@clinic.example", password: "wrong password", client: "203.0.113.9", now: now)
            guard case .refused = signIn else {
                Issue.record("\(signIn)")
                return
            }
        }
        let strangers = [("owner@clinic.example", "198.51.100.7"), ("other@clinic.example", "203.0.113.9")]
        for (email, client) in strangers {
            let signIn = try await people.signIn(
                email: email, password: password, client: client, now: .start + .minute)
            guard case .throttled(let seconds) = signIn else {
                Issue.record("\(signIn)")
                return
            }
            #expect(seconds == 14 * 60 + 1)
        }
        let later = try await people.signIn(
            email: "owner@clinic.example", password: password, client: "203.0.113.9", now: .start + 16 * .minute)
        guard case .welcome = later else {
            Issue.record("\(later)")
            return
        }
        let buckets = try await house.texts("bucket", of: "attempts")
        #expect(buckets.allSatisfy { $0?.contains("clinic") == false && $0?.contains("203") == false })
    }

    @Test func `of many tries at once no more than ten are compared`() async throws {
        let house = try await House()
        let people = house.crm.people
        try await addPerson("owner@clinic.example", to: house)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let signIn = try await people.signIn(
                        email: "owner@clinic.example", password: "wrong password", client: "203.0.113.\(number)",
                        now: .start)
                    if case .refused = signIn { return true } else { return false }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 10)
    }

    @Test func `an address is the same in either composition of its letters`() async throws {
        let house = try await House()
        try await addPerson("ren\u{E9}e@clinic.example", to: house)
        let signIn = try await house.crm.people.signIn(
            email: "rene\u{301}e@clinic.example", password: password, client: "203.0.113.9", now: .start)
        guard case .welcome = signIn else {
            Issue.record("\(signIn)")
            return
        }
    }

    @Test(arguments: [
        ("nobody", "correct horse", PersonError.email), ("ann@example.com", "short", .password),
        ("ann@example.com", String(repeating: "x", count: 1_001), .password),
    ])
    func `a person needs an address and a password of some length`(
        email: String, password: String, error: PersonError
    ) async throws {
        let house = try await House()
        await #expect(throws: error) {
            _ = try await house.crm.people.create(email: email, role: .user, password: password, now: .start)
        }
    }

    @Test func `one address is one person`() async throws {
        let house = try await House()
        try await addPerson("a@example.com", to: house)
        await #expect(throws: PersonError.taken) {
            _ = try await house.crm.people.create(email: "A@Example.com", role: .admin, password: password, now: .on(1))
        }
        #expect(try await house.crm.people.all().map(\.role) == [.user])
    }
}
