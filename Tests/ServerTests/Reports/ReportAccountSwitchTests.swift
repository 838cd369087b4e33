import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Switching the account on a page of the reports.
@Suite struct ReportAccountSwitchTests {
    @Test(arguments: [
        ("reports", "reports"),
        (
            "reports?model=latest&preset=today&compare=previousYear",
            "reports?model=latest&preset=today&compare=previousYear"
        ),
        ("reports?from=2026-10-01&to=2026-10-31&filter=tag:is:x&open=direct", "reports?from=2026-10-01&to=2026-10-31"),
        ("reports/contacts?preset=today&row=direct&figure=won&after=1.x", "reports?preset=today"),
        ("reports/google-ads?preset=all&view=keywords&path=%231", "reports/google-ads?preset=all&view=keywords"),
        ("reports/facebook-ads/contacts?preset=all&path=%231", "reports/facebook-ads?preset=all"),
        ("reports/costs/imports/x?from=y", "reports/costs"), ("reports/links?x=y", "reports/links"),
    ])
    func `the switch leads to the same report of the same days`(from: String, to: String) async throws {
        let server = try await TestServer()
        let other = try await server.crm.accounts.create(name: "Other clinic", domains: [], now: server.now)
        let root = AccountPaths(other).root
        #expect(
            ReportAccountSwitch.path(from: "\(server.root)/\(from)", of: server.account, to: other) == "\(root)/\(to)")
        try await server.crm.facts.catchUp(now: server.now)
        try await server.test { client in
            let page = try await server.person(client).open("\(server.root)/reports?preset=today&filter=tag:is:x")
            #expect(page.says("href=\"\(root)/reports?preset=today\""))
        }
    }
}
