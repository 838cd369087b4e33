import CRM
import Testing

@Suite struct AccountTests {
    @Test func `a new account has its ids, its eight attribution fields and the usual excluded referrers`() async throws
    {
        let house = try await House()
        let account = try await house.crm.accounts.create(
            name: " Clinic ", domains: ["https://Clinic.example/start", "clinic.example", "shop.example:8080"],
            now: .start)
        #expect(account.name == "Clinic")
        #expect(account.trackingID.hasPrefix("tk_"))
        #expect(account.locationID.count == 20)
        #expect(account.domains == ["clinic.example", "shop.example"])
        #expect(account.excludedReferrers.contains { $0.contains("paypal") })
        #expect(account.lookBackDays == 30)
        #expect(account.honoursGPC)
        #expect(account.ipStorage == .cutAfter30Days)
        #expect(account.formSecret.count == 32)
        let fields = try await house.crm.fields.all(account.id)
        #expect(fields.count == 8)
        #expect(fields.allSatisfy { $0.derivedFrom != nil && !$0.fillable })
    }

    @Test func `an account is found by each of its ids`() async throws {
        let house = try await House()
        let one = try await house.crm.accounts.create(name: "One", domains: [], now: .start)
        let two = try await house.crm.accounts.create(name: "Two", domains: [], now: .start)
        #expect(try await house.crm.accounts.account(locationID: two.locationID)?.id == two.id)
        #expect(try await house.crm.accounts.account(trackingID: one.trackingID)?.id == one.id)
        #expect(try await house.crm.accounts.account(trackingID: "tk_nothing") == nil)
        #expect(try await house.crm.accounts.all().map(\.name) == ["One", "Two"])
        await #expect(throws: NotFound.account) {
            _ = try await house.crm.accounts.account(AccountID(rawValue: 99))
        }
    }

    @Test(arguments: [
        "", " ", "clinic example", "http://", "a..b", "-/", "<script>", String(repeating: "a", count: 64),
    ])
    func `what is no host is refused`(host: String) async throws {
        let site = try await Site()
        await #expect(throws: AccountError.self) {
            try await site.crm.accounts.addDomain(host, to: site.account, by: .command, now: .start)
        }
    }

    @Test func `domains and excluded referrers come and go`() async throws {
        let site = try await Site()
        try await site.crm.accounts.addDomain("Shop.Example.", to: site.account, by: .command, now: .start)
        try await site.crm.accounts.addDomain("shop.example", to: site.account, by: .command, now: .start)
        try await site.crm.accounts.addExcludedReferrer("pay.example", to: site.account, by: .command, now: .start)
        var account = try await site.crm.accounts.account(site.account)
        #expect(account.domains == ["clinic.example", "shop.example"])
        #expect(account.excludedReferrers.contains("pay.example"))
        try await site.crm.accounts.removeDomain("clinic.example", from: site.account, by: .command, now: .start)
        try await site.crm.accounts.removeExcludedReferrer("pay.example", from: site.account, by: .command, now: .start)
        account = try await site.crm.accounts.account(site.account)
        #expect(account.domains == ["shop.example"])
        #expect(!account.excludedReferrers.contains("pay.example"))
    }

    @Test func `settings that make no sense are refused`() async throws {
        let site = try await Site()
        let account = try await site.crm.accounts.account(site.account)
        let changes: [(AccountError, @Sendable (inout Account) -> Void)] = [
            (.name, { $0.name = " " }), (.lookBackDays, { $0.lookBackDays = -1 }),
            (.lookBackDays, { $0.lookBackDays = 3_651 }), (.timeZone("Mars/Olympus"), { $0.timeZone = "Mars/Olympus" }),
        ]
        for (error, change) in changes {
            var wrong = account
            change(&wrong)
            let changed = wrong
            await #expect(throws: error) { try await site.crm.accounts.update(changed) }
        }
        #expect(try await site.crm.accounts.account(site.account).name == account.name)
    }
}
