import Attribution
import CRM
import Foundation
import Testing

@testable import Server

/// A cell holds what was there, and no spreadsheet runs it.
@Suite struct ContactsCSVTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@sum", "'@sum"), ("+cmd|'/c calc'!A1", "'+cmd|'/c calc'!A1"), ("-2+3", "'-2+3"),
        ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("-", "'-"), ("+", "'+"), ("-1.2.3", "'-1.2.3"), ("-1e5", "'-1e5"),
        ("-12.50", "-12.50"), ("+5", "+5"), ("-7", "-7"), ("+14155550123", "+14155550123"), ("+1 415", "'+1 415"),
        ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""), ("", ""),
        ("=\"x\",1", "\"'=\"\"x\"\",1\""), ("\"\u{301},x", "\"\"\"\u{301},x\""), ("plain", "plain"),
    ])
    func `a cell is quoted where it must be and never a formula`(value: String, cell: String) {
        #expect(Array(CSVLine.text([value, nil]).utf8) == Array("\(cell),\r\n".utf8))
    }

    @Test func `the header names the contact's fields, the custom ones, each attribution field twice`() async throws {
        let server = try await TestServer()
        let fields = try await server.crm.fields.all(server.account.id)
        let header = ContactsCSV(fields: fields).header
        #expect(header.hasSuffix("\r\n"))
        let titles = header.dropLast().split(separator: ",").map(String.init)
        #expect(titles.starts(with: ["Contact ID", "First Name", "Last Name", "Email", "Phone"]))
        #expect(titles.contains("First Attribution Session Source"))
        for position in ["First", "Latest"] {
            let source = try #require(titles.firstIndex(of: "\(position): Source"))
            #expect(titles[source + 1] == "\(position): Sub-label")
            #expect(titles[source + 2] == "\(position): Why")
        }
        for field in AttributionField.allCases {
            #expect(titles.contains("First: \(field.label)"))
            #expect(titles.contains("Latest: \(field.label)"))
        }
        #expect(Set(titles).count == titles.count)
    }

    @Test func `a line has a cell for every title`() async throws {
        let server = try await TestServer()
        let field = try await server.crm.fields.create(
            server.account.id, name: "=Trap", type: .text, options: [], fillable: true, derivedFrom: nil,
            now: server.now)
        var edit = ContactEdit()
        edit.properties = [.firstName: "=HYPERLINK(\"x\")", .email: "jo@example.com", .phone: "+14155550123"]
        edit.custom = [field.id: "-5"]
        edit.tags = ["b", "a"]
        guard
            case .created(let id) = try await server.crm.contacts.create(
                server.account.id, edit, by: .person(email: "me@example.com"), now: server.now)
        else { throw Unexpected() }
        let fields = try await server.crm.fields.all(server.account.id)
        let csv = ContactsCSV(fields: fields)
        let rows = [csv.header, csv.line(try await server.crm.contacts.detail(server.account.id, id))].map(Self.cells)
        #expect(rows[0].count == rows[1].count)
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["First Name"] == "'=HYPERLINK(\"x\")")
        #expect(row["Phone"] == "+14155550123")
        #expect(row["'=Trap"] == "-5")
        #expect(row["Tags"] == "a, b")
        #expect(row["First: Source"] == "CRM UI")
        #expect(row["First: Sub-label"]?.isEmpty == true)
        #expect(row["First: Why"] == "CRM UI, because the contact was created by hand.")
        #expect(row["Latest: Why"] == row["First: Why"])
        #expect(row["Latest: Medium"] == "manual")
        #expect(row["Created"] == "2026-11-02T09:00:00.000Z")
    }

    private struct Unexpected: Error {}

    /// The cells of one line, read as RFC 4180 says.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        var closed = false
        for scalar in line.unicodeScalars.dropLast(2) {
            switch scalar {
            case "\"":
                // A quote right after the one that seemed to close the cell stands for itself.
                if closed { cells[cells.count - 1].unicodeScalars.append(scalar) }
                closed = isQuoted
                isQuoted.toggle()
            case "," where !isQuoted:
                cells.append("")
                closed = false
            default:
                cells[cells.count - 1].unicodeScalars.append(scalar)
                closed = false
            }
        }
        return cells
    }
}
