import CRM
import Testing

/// What a type makes of a text; nil is a value that does not fit.
@Suite struct FieldValueTests {
    private func normalized(
        _ value: String, _ type: FieldType, _ options: [String] = [], allowsOther: Bool = false
    ) async throws -> String? {
        let site = try await Site()
        var draft = FieldDraft(name: "Question", type: type)
        draft.options = options
        draft.allowsOther = allowsOther
        return try await site.crm.fields.create(site.account, draft, by: .server, now: .start).normalized(value)
    }

    @Test(
        arguments: [
            ("12", "12"), (" 12.50 ", "12.50"), ("-3", "-3"), ("+3", "3"), ("12,5", "12.5"), ("1,234", "1234"),
            ("1,234,567.8", "1234567.8"), ("1e3", "1000"), ("0", "0"), ("abc", nil), ("1.2.3", nil), ("12,34,5", nil),
            ("", nil), ("1 2", nil), ("NaN", nil), ("1e400", nil), ("--1", nil), ("٣", nil),
            (String(repeating: "9", count: 41), nil),
        ] as [(String, String?)])
    func `a number is a number`(value: String, expected: String?) async throws {
        #expect(try await normalized(value, .number) == expected)
    }

    @Test(
        arguments: [("$1,200.50", "1200.50"), ("99 €", "99"), ("£ 5", "5"), ("1200", "1200"), ("five", nil)]
            as [(String, String?)])
    func `an amount may carry the sign of its currency`(value: String, expected: String?) async throws {
        #expect(try await normalized(value, .money) == expected)
    }

    @Test(
        arguments: [
            ("2026-02-28", "2026-02-28"), ("2026-02-30", nil), ("2026-11-22T10:00:00.000Z", "2026-11-22"),
            ("1763769600000", "2025-11-22"), ("11/22/2026", "2026-11-22"), ("tomorrow", nil),
            ("99999999999999", "5138-11-16"), ("20260228", nil),
        ] as [(String, String?)])
    func `a date is a day of the calendar`(value: String, expected: String?) async throws {
        #expect(try await normalized(value, .date) == expected)
    }

    @Test(
        arguments: [("red", "Red"), ("Red", "Red"), ("mauve", nil), ("Red, Green", nil)] as [(String, String?)])
    func `a choice is one of the options, in their spelling`(value: String, expected: String?) async throws {
        #expect(try await normalized(value, .select, ["Red", "Green"]) == expected)
    }

    @Test(
        arguments: [
            ("mon, Tue", "Mon, Tue"), ("Tue,Mon", "Tue, Mon"), ("Mon, Mon", "Mon"), ("Wed", nil), ("Mon, Wed", nil),
            ("Sat, and Sun, Mon", "Sat, and Sun, Mon"), ("Monday", nil), (", ", nil),
        ] as [(String, String?)])
    func `several choices are told apart, also where an option has a comma`(
        value: String, expected: String?
    ) async throws {
        #expect(try await normalized(value, .checkbox, ["Mon", "Tue", "Sat, and Sun"]) == expected)
    }

    @Test func `where another answer is allowed, it fits as it was written`() async throws {
        #expect(try await normalized("Mauve", .radio, ["Red"], allowsOther: true) == "Mauve")
        #expect(try await normalized("red, Mauve", .multiSelect, ["Red"], allowsOther: true) == "Red, Mauve")
    }

    @Test(
        arguments: [
            (FieldType.email, "a@b.example", "a@b.example"), (.email, "a@", nil),
            (.phone, "+43 1 234567", "+43 1 234567"),
            (.phone, "12", nil), (.boolean, "true", "Yes"), (.boolean, "no", "No"), (.boolean, "perhaps", nil),
            (.text, " anything ", "anything"),
        ] as [(FieldType, String, String?)])
    func `the other types fit likewise`(type: FieldType, value: String, expected: String?) async throws {
        #expect(try await normalized(value, type) == expected)
    }

    @Test func `what a form brings is spelled as its field's type spells it, and kept where it does not fit`()
        async throws
    {
        let site = try await Site()
        let budget = try await site.crm.fields.create(
            site.account, name: "Budget", type: .number, options: [], fillable: true, derivedFrom: nil, now: .start)
        let day = try await site.crm.fields.create(
            site.account, name: "Day", type: .date, options: [], fillable: true, derivedFrom: nil, now: .start)
        try await site.record(
            site.visit(site.browser()).form(["email": "ann@example.com", "budget": "1,500", "day": "next week"]))
        let contact = try await site.contact()
        #expect(contact.custom == [budget.id: "1500", day.id: "next week"])
        #expect(budget.fits("1500") && !day.fits("next week"))

        // What does not fit stays when something else is edited, and cannot be written anew.
        var edit = ContactEdit()
        edit.custom = [day.id: "next week", budget.id: "2000"]
        try await site.crm.contacts.update(
            site.account, contact.contact.id, edit, by: .token(name: "t"), now: .start)
        #expect(try await site.contact().custom == [budget.id: "2000", day.id: "next week"])
        edit.custom = [day.id: "some day"]
        let wrong = edit
        await #expect(throws: InvalidField.self) {
            try await site.crm.contacts.update(
                site.account, contact.contact.id, wrong, by: .token(name: "t"), now: .start)
        }
    }
}
