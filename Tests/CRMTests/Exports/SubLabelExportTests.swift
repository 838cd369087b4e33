import Attribution
import CRM
import Foundation
import Testing

/// What an own rule calls a source more finely can be read, and counted, outside the console too.
@Suite struct SubLabelExportTests {
    private static let podcast = "https://clinic.example/?utm_source=podcast"

    private func line(_ value: some Encodable) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any])
    }

    private func conversions(_ site: Site) async throws -> [[String: Any]] {
        var found: [AttributedConversion] = []
        try await site.crm.exports.conversionsWithAttribution(site.account) { found += $0 }
        return try found.map { try line(ConversionExport.table.json($0)) }
    }

    private func sessions(_ site: Site) async throws -> [[String: Any]] {
        var found: [JudgedSession] = []
        try await site.crm.exports.sessions(site.account) { found += $0 }
        return try found.map { try line(TrackingExport.sessions.json($0)) }
    }

    private func visit(_ site: Site, at moment: Milliseconds = .start) async throws {
        let visit = site.visit(site.browser(), to: Self.podcast, at: moment)
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
    }

    @Test func `what an own rule judged carries its label and the revision of the rules`() async throws {
        let site = try await Site()
        try await site.publish(.podcast)
        try await visit(site, at: .on(21))
        let contact = try await site.contact()
        let lines = try [
            await conversions(site).first, await sessions(site).first,
            line(ContactLine(contact, fields: []))["attributionSource"] as? [String: Any],
        ]
        for line in lines {
            let line = try #require(line)
            #expect(line["sessionSource"] as? String == Source.referral.label)
            #expect(line["subLabel"] as? String == "Podcasts")
            #expect(line["rule"] as? String == "own 1")
            #expect(line["rulesRevision"] as? Int == 1)
        }
        #expect(lines[0]?["secondOpinion"] is NSNull)
        let row = ContactsCSV(fields: []).line(contact)
        #expect(row.ranges(of: ",\(Source.referral.label),Podcasts,\"").count == 2)
    }

    @Test func `what was locked before any rules were published has neither, and says so`() async throws {
        let site = try await Site()
        try await visit(site)
        for line in try [await conversions(site).first, await sessions(site).first] {
            #expect(line?["subLabel"] is NSNull && line?["rulesRevision"] is NSNull)
        }
        #expect(try await conversions(site).first?["secondOpinion"] is NSNull)
        #expect(try await sessions(site).first?["secondOpinion"] is NSNull)
    }

    @Test func `a conversion and its visit carry what the rules in use say, until they are taken back`() async throws {
        let site = try await Site()
        try await visit(site)
        try await site.publish(.podcast)
        let conversion = try #require(try await conversions(site).first)
        #expect(conversion["sessionSource"] as? String == Source.others.label)
        #expect(conversion["subLabel"] is NSNull)
        for line in [conversion, try #require(try await sessions(site).first)] {
            let opinion = try #require(line["secondOpinion"] as? [String: Any])
            #expect(Set(opinion.keys) == ["sessionSource", "subLabel", "rule", "revision"])
            #expect(opinion["sessionSource"] as? String == Source.referral.label)
            #expect(opinion["subLabel"] as? String == "Podcasts")
            #expect(opinion["rule"] as? String == "own 1")
            #expect(opinion["revision"] as? Int == 1)
        }
        var row = ""
        try await site.crm.exports.conversionsWithAttribution(site.account) { found in
            row = found.map(ConversionExport.table.csv).joined()
        }
        #expect(row.contains(",\"\(Source.referral.label) (Podcasts), rule own 1, revision 1\""))
        _ = try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(21))
        #expect(try await conversions(site).first?["secondOpinion"] is NSNull)
    }
}
