import CRM
import Synchronization
import Testing

/// How long the address of a visitor is kept.
@Suite struct PrivacyTests {
    private func site(_ storage: IPStorage, ip: String) async throws -> Site {
        let site = try await Site { $0.ipStorage = storage }
        var visit = site.visit(site.browser())
        visit.browser.ip = ip
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        return site
    }

    private func kept(_ site: Site) async throws -> Set<String?> {
        Set(try await site.house.texts("ip", of: "sessions") + site.house.texts("ip", of: "attributions"))
    }

    @Test(
        arguments: [
            (IPStorage.whole, "203.0.113.9", "203.0.113.9"), (.cutAfter30Days, "203.0.113.9", "203.0.113.9"),
            (.cut, "203.0.113.9", "203.0.113.0"), (.cut, "2001:db8:1:2::9", "2001:db8:1::"),
            (.never, "203.0.113.9", nil),
        ] as [(IPStorage, String, String?)])
    func `an account chooses what is written down`(storage: IPStorage, ip: String, stored: String?) async throws {
        #expect(try await kept(try await site(storage, ip: ip)) == [stored])
    }

    @Test(arguments: [
        ("203.0.113.9", "203.0.113.0"), ("2001:db8:1:2:3::", "2001:db8:1::"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
    ])
    func `after thirty days the rest is cut, once`(ip: String, network: String) async throws {
        let site = try await site(.cutAfter30Days, ip: ip)
        #expect(try await site.crm.privacy.cutAddresses(now: .on(30)) == 0)
        #expect(try await kept(site) == [ip])
        #expect(try await site.crm.privacy.cutAddresses(now: .on(30, minute: 5)) == 2)
        #expect(try await kept(site) == [network])
        #expect(try await site.crm.privacy.cutAddresses(now: .on(31)) == 0)
    }

    @Test(arguments: [IPStorage.cut, .never])
    func `what was kept before an account chose to keep less has its time too`(storage: IPStorage) async throws {
        let site = try await site(.whole, ip: "203.0.113.9")
        var account = try await site.crm.accounts.account(site.account)
        account.ipStorage = storage
        try await site.crm.accounts.update(account)
        #expect(try await site.crm.privacy.cutAddresses(now: .on(31)) == 2)
        #expect(try await kept(site) == ["203.0.113.0"])
    }

    @Test func `an account that keeps whole addresses is left alone`() async throws {
        let site = try await site(.whole, ip: "203.0.113.9")
        #expect(try await site.crm.privacy.cutAddresses(now: .on(99)) == 0)
        #expect(try await kept(site) == ["203.0.113.9"])
    }

    @Test func `an address that is its own network needs no cutting`() async throws {
        let site = try await site(.cutAfter30Days, ip: "203.0.113.0")
        #expect(try await site.crm.privacy.cutAddresses(now: .on(99)) == 0)
    }

    @Test func `many are cut a chunk at a time, and after each others have their turn`() async throws {
        let site = try await Site()
        // Three of a moment: a chunk ends amid them.
        let pages = (0..<1_100).map { site.visit(site.browser(), at: .on(0, minute: $0 / 3)).page() }
        _ = try await site.crm.capture.record(pages, now: .on(1))
        let left = Mutex<[Int]>([])
        let count = try await site.crm.privacy.cutAddresses(now: .on(99)) { _ in
            let whole = try await site.house.count("sessions", where: "ip_is_whole")
            left.withLock { $0.append(whole) }
        }
        #expect(count == 1_100)
        #expect(left.withLock { $0 } == [600, 100])
        #expect(try await site.house.count("sessions", where: "ip_is_whole") == 0)
    }

    @Test func `a later page of the session does not bring the address back`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.page())
        _ = try await site.crm.privacy.cutAddresses(now: .on(99))
        try await site.record(visit.page(minute: 1))
        #expect(try await kept(site) == ["198.51.100.0"])
    }

    @Test func `what waits for a person does not keep the address longer than the rest`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com"], suspicion: .bot)
        try await site.record(form)
        #expect(try await site.crm.privacy.cutAddresses(now: .on(31)) == 2)
        let payload = try await site.house.texts("payload", of: "conversions").first ?? nil
        #expect(payload?.contains("198.51.100.7") == false)
        try await site.crm.capture.release(site.account, try await site.submission(of: form).id, now: .on(32))
        #expect(try await site.contact().latest(.ip) == "198.51.100.0")
        #expect(try await site.contact().contact.timeZone == "Europe/Berlin")
    }
}
