import Attribution
import Testing

@testable import CRM

/// The quick way of all contacts into CSV writes what the careful way writes.
@Suite struct ContactLinesTests {
    /// What the lines of every contact are, made from the contacts themselves.
    private func careful(_ site: Site, _ csv: ContactsCSV) async throws -> String {
        var lines = ""
        try await site.crm.exports.contacts(site.account, ContactQuery()) { lines += $0.map(csv.line).joined() }
        return lines
    }

    private func quick(_ site: Site, _ csv: ContactsCSV) async throws -> String {
        var bytes: [UInt8] = []
        try await site.crm.exports.contactLines(site.account, ContactQuery(), csv) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `every column of awkward contacts is the same`() async throws {
        let site = try await Site()
        let field = try await site.field("=Skin, type")
        let landing = "https://clinic.example/?gclid=x&utm_campaign=%22Glow%22%2C%0Asale&utm_source=%3Dcmd%7C%27%2Fc%27"
        for (number, name) in ["=Ann", "Bo, the \"second\"", "\u{202E}נועה", "-5", "+43 1"].enumerated() {
            let visit = site.visit(site.browser(), to: landing, at: .on(number))
            try await site.record(visit.form(["email": "a\(number)@example.com", "first_name": name]))
        }
        try await site.create([.firstName: "\"\u{301}", .email: "b@example.com", .phone: "+14155550123"])
        let ann = try await site.contact(.email, "a0@example.com").contact.id
        var edit = ContactEdit()
        edit.custom = [field.id: "dry, \"or\" oily"]
        edit.tags = ["z", "a, b", "=c"]
        _ = try await site.crm.contacts.update(
            site.account, ann, edit, by: .person(email: "me@example.com"), now: .on(9))
        let csv = ContactsCSV(fields: try await site.crm.fields.all(site.account))
        let lines = try await quick(site, csv)
        #expect(lines == (try await careful(site, csv)))
        #expect(lines.contains("\"a, b, z, '=c\"") || lines.contains("=c, a, b, z"))
    }

    @Test func `every contact comes once, over the borders of what is read at a time`() async throws {
        let site = try await Site()
        let count = 2_203
        var events: [CaptureEvent] = []
        for number in 0..<count {
            // Many share a moment, so that a stretch ends in the middle of one.
            events.append(site.visit(site.browser(), at: .on(0)).form(["email": "a\(number)@example.com"]))
        }
        for start in stride(from: 0, to: count, by: 1_000) {
            let batch = Array(events[start..<min(start + 1_000, count)])
            _ = try await site.crm.capture.record(batch, now: .on(1, minute: start / 1_000))
        }
        let csv = try ContactsCSV(titles: ["Email", "Tags", "First: Source"], fields: [])
        let lines = try await quick(site, csv)
        #expect(lines.split(separator: "\r\n").count == count)
        #expect(lines == (try await careful(site, csv)))
    }

    @Test func `the columns come in the order they are asked for, and a strange one is refused`() throws {
        let csv = try ContactsCSV(titles: ["Latest: gclid", "Email"], fields: [])
        #expect(csv.header == "Latest: gclid,Email\r\n")
        #expect(throws: ContactsCSV.StrangeColumn.self) { try ContactsCSV(titles: ["Shoe size"], fields: []) }
    }

    @Test(arguments: [
        Milliseconds(0), 1, -1, 951_782_399_999, 951_782_400_000, 1_709_164_800_123, 1_795_370_000_001,
        253_402_300_799_999,
    ])
    func `a moment is written as everywhere else`(moment: Milliseconds) async throws {
        var bytes: [UInt8] = []
        MomentBytes(moment: moment).append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == moment.iso8601)
    }
}
