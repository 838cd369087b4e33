import CRM
import Testing

@testable import Server

/// What files are called that somebody keeps.
@Suite struct ExportNameTests {
    private func disposition(_ account: String, _ marks: [String] = ["first"]) async throws -> String {
        let server = try await TestServer()
        var named = server.account
        named.name = account
        let days = try #require(
            CalendarDate("2026-10-01").flatMap { first in
                CalendarDate("2026-10-31").flatMap { ReportDays(first, $0) }
            })
        return ExportName("attribution", of: named, days: days, marks).disposition("csv")
            .replacing(server.account.locationID.lowercased(), with: "ID")
    }

    @Test(arguments: [
        ("City Dental & Co.", "city-dental-co"), ("  Straße 7  ", "strasse-7"), ("Łódź", "lodz"),
        ("Åse Ødegård", "ase-odegard"),
        ("a\"; filename=x\r\nSet-Cookie: b", "a-filename-x-set-cookie-b"), ("../../etc", "etc"),
        (String(repeating: "long ", count: 20), "long-long-long-long-long-long-long-long"),
    ])
    func `a name is what is in it, of which account, of which days`(account: String, slug: String) async throws {
        let text = try await disposition(account)
        let name = "headwater-attribution-\(slug)-2026-10-01-2026-10-31-first.csv"
        #expect(text.hasPrefix("attachment; filename=\"\(name)\""))
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
    }

    @Test func `letters that are not plain stand in a second name`() async throws {
        #expect(
            try await disposition("Café")
                == "attachment; filename=\"headwater-attribution-cafe-2026-10-01-2026-10-31-first.csv\"; "
                + "filename*=UTF-8''headwater-attribution-caf%C3%A9-2026-10-01-2026-10-31-first.csv")
        #expect(
            try await disposition("歯科", [])
                == "attachment; filename=\"headwater-attribution-ID-2026-10-01-2026-10-31.csv\"; "
                + "filename*=UTF-8''headwater-attribution-%E6%AD%AF%E7%A7%91-2026-10-01-2026-10-31.csv")
        #expect(try await disposition("City").contains("filename*") == false)
        let server = try await TestServer()
        let name = ExportName("Заявки", of: server.account)
        #expect(name.ascii == "headwater-clinic" && name.whole == "headwater-заявки-clinic")
    }
}
