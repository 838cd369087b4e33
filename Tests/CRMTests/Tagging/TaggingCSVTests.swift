import CRM
import Testing

@Suite struct TaggingCSVTests {
    @Test func `every finding is a line, and none is run by a spreadsheet`() async throws {
        let site = try await Site()
        try await site.come(to: "https://clinic.example/?utm_source==cmd()", on: 1)
        try await site.come(to: "https://clinic.example/?utm_souce=a", on: 1)
        let lines = TaggingCSV.text(try await site.health(on: 2)).split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("Code,Fault,Parameter,Value,Suggestion,What To Do,Visits,") == true)
        #expect(lines.contains { $0.contains(",'=cmd(),") })
        #expect(lines.contains { $0.contains("https://clinic.example/?utm_source=a") })
        #expect(lines.allSatisfy { !$0.contains(",=") })
    }
}
