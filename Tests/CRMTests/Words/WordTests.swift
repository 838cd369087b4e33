import CRM
import Foundation
import Testing

@Suite struct WordTests {
    @Test(arguments: ["ann@example.com", "a.b+c@sub.example.co.uk", " ann@example.com\n", "ännе@bücher.example", "a@b"])
    func `an address that mail could reach is one`(text: String) {
        #expect(EmailAddress(text)?.text == text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test(arguments: [
        "", "ann", "@example.com", "ann@", "a@b@c", "ann @example.com", "ann@example.com, bob@example.com",
        "<ann@example.com>", "ann@.example", "ann@example.", "ann@exa..mple", "ann\u{0}@example.com",
        "ann\u{FFFD}@example.com", "ann@example.com\nBcc: x", String(repeating: "a", count: 250) + "@b.example",
    ])
    func `what mail could not reach is none`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `addresses are compared in one case and one composition`() {
        #expect(EmailAddress("Ä@Example.com")?.key == EmailAddress("a\u{308}@EXAMPLE.com")?.key)
        #expect(EmailAddress("Ä@x.example")?.key.utf8.count == EmailAddress("a\u{308}@x.example")?.key.utf8.count)
    }

    @Test(arguments: [
        ("+49 (30) 123-456", "+4930123456"), ("0049 30 123456", "+4930123456"), ("030 123456", "030123456"),
        ("12345", "12345"),
    ])
    func `a phone number is compared by its digits`(text: String, key: String) {
        #expect(PhoneNumber(text)?.key == key)
        #expect(PhoneNumber(text)?.text == text)
    }

    @Test(arguments: ["", "1234", "1234567890123456", "abc", "+", String(repeating: "x", count: 99) + "12345"])
    func `too few and too many digits are no phone number`(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test(arguments: [
        "", "null", "undefined", "1", "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff", "019aa000-0000-7000-8000-00000000000g",
    ])
    func `what is no UUID, or everybody's, names no visitor`(text: String) {
        #expect(VisitorID(text) == nil)
    }

    @Test func `a UUID is written in lower case`() {
        #expect(
            VisitorID("019AA000-0000-7000-8000-00000000000A")?.description == "019aa000-0000-7000-8000-00000000000a")
    }

    @Test func `ids sort by time, and those of a batch by their place`() {
        let ids = Seed(7).ids
        let made: [ContactID] = [
            ids.identifier(at: 0), ids.identifier(at: .start, ordinal: 1), ids.identifier(at: .start, ordinal: 2),
            ids.identifier(at: .start, ordinal: 63), ids.identifier(at: .start + 1), ids.identifier(at: .on(36_500)),
        ]
        #expect(made.map(\.rawValue) == made.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(made.allSatisfy { $0.rawValue.utf8.count == 20 })
    }

    @Test func `a made UUID is of version 7 and tells its time`() {
        let uuid = Seed(7).ids.uuid(at: .start)
        let hex = uuid.uuidString.filter { $0 != "-" }
        #expect(Int64(hex.prefix(12), radix: 16) == .start)
        #expect(Array(hex)[12] == "7")
        #expect("89AB".contains(Array(hex)[16]))
    }

    @Test func `a seeded source repeats itself, another seed does not`() {
        #expect(Seed(1).ids.letters(43) == Seed(1).ids.letters(43))
        #expect(Seed(1).ids.letters(43) != Seed(2).ids.letters(43))
        #expect(Seed(1).ids.bytes(32).count == 32)
    }

    @Test func `a moment is written in UTC with milliseconds`() {
        #expect((Milliseconds.start + 7).iso8601 == "2026-11-01T12:00:00.007Z")
    }
}
