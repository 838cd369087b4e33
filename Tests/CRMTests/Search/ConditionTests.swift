import Attribution
import Testing

@testable import CRM

/// Contacts are found by what is asked of them.
@Suite struct ConditionTests {
    @Test(
        arguments: [
            (.equals(.first(.utmCampaign), .text("SPRING")), "Bob Ann"),
            (.equals(.latest(.utmCampaign), .text("spring")), "Bob"),
            (.equals(.latest(.utmCampaign), .text("Sprin")), ""),
            (.test(.latest(.utmCampaign), .equals([.text("autumn"), .text("spring")])), "Bob Ann"),
            (.test(.latest(.utmCampaign), .equals([.text("spring")]), not: true), "Dora Cid Ann"),
            (.test(.latest(.utmCampaign), .contains(["UTU"])), "Ann"),
            (.test(.latest(.utmCampaign), .contains(["utu"]), not: true), "Dora Cid Bob"),
            (.test(.latest(.utmCampaign), .exists), "Bob Ann"),
            (.test(.latest(.utmCampaign), .exists, not: true), "Dora Cid"),
            (.equals(.first(.gclid), .text("G1")), "Ann"),
            (.equals(.latest(.gclid), .text("G1")), ""),
            (.equals(.latest(.sessionSource), .source(.referral)), "Cid"),
            (.test(.latest(.sessionSource), .equals([])), ""),
            (.test(.latest(.createdAt), .range(SearchRange(from: .init(.moment(.on(3)))))), "Dora Ann"),
            (.test(.latest(.referrer), .contains(["friend.example"])), "Cid"),
        ] as [(ContactCondition, String)])
    func `First and Latest are searched by any of their fields`(condition: ContactCondition, names: String)
        async throws
    {
        #expect(try await Guests().found(condition).joined(separator: " ") == names)
    }

    @Test(
        arguments: [
            (.equals(.property(.email), .text("BOB@example.com")), "Bob"),
            (.equals(.property(.phone), .text("+43660 1234567")), "Bob"),
            (.equals(.property(.lastName), .text("ärlig")), "Ann"),
            (.equals(.name, .text("ann ärlig")), "Ann"),
            (.test(.property(.city), .contains(["ra"])), "Ann"),
            (.test(.property(.city), .exists, not: true), "Dora Bob"),
            (
                .test(.property(.firstName), .range(SearchRange(from: .init(.text("B")), to: .init(.text("cz"))))),
                "Cid Bob"
            ),
            (
                .test(
                    .createdAt,
                    .range(SearchRange(from: .init(.moment(.on(1)), isIncluded: true), to: .init(.moment(.on(3)))))),
                "Cid Bob"
            ),
            (.equals(.contactSource, .text("booking")), "Bob"),
            (.equals(.creatorSource, .text("web_user")), "Dora"),
            (.equals(.timeZone, .text("Europe/Berlin")), "Cid Bob Ann"),
            (.equals(.tags, .text("external form: Booking")), "Bob"),
            (.test(.tags, .contains(["FORM: BOOK"])), "Bob"),
            (.test(.tags, .exists, not: true), "Dora"),
            (.equals(.doNotDisturb, .flag(false)), "Dora Cid Bob Ann"),
            (.equals(.original(.channel), .channel(.referral)), "Cid"),
            (.equals(.original(.campaign), .text("spring")), "Bob Ann"),
            (.test(.needsReview, .exists), ""),
            (.test(.visitors, .exists), "Cid Bob Ann"),
            (.test(.followers, .exists), ""),
            (.test(.secondOpinion(.latest), .exists), ""),
        ] as [(ContactCondition, String)])
    func `contacts are searched by their own fields`(condition: ContactCondition, names: String) async throws {
        #expect(try await Guests().found(condition).joined(separator: " ") == names)
    }

    @Test func `conditions stand in groups of each kind`() async throws {
        let guests = try await Guests()
        let google = ContactCondition.equals(.first(.utmSource), .text("google"))
        let either = ContactCondition.any([
            .equals(.property(.city), .text("wien")),
            .all([google, .equals(.latest(.utmSource), .text("bing"))]),
        ])
        #expect(try await guests.found(either) == ["Cid", "Ann"])
        #expect(try await guests.found(.all([google, either])) == ["Ann"])
        #expect(try await guests.found(.all([])).count == 4)
        #expect(try await guests.found(.any([])).isEmpty)
    }

    @Test func `words, access and conditions narrow a list together`() async throws {
        let guests = try await Guests()
        var query = ContactQuery()
        query.search = "example.com"
        query.condition = .equals(.first(.utmSource), .text("google"))
        query.latestSource = .paidSearch
        #expect(try await guests.found(query) == ["Bob"])
        query.access = .assigned(to: UserID(rawValue: "u1"))
        #expect(try await guests.found(query).isEmpty)
    }

    @Test func `custom fields are searched as texts and as numbers`() async throws {
        let guests = try await Guests()
        let site = guests.site
        let doctor = try await site.field("Doctor")
        let size = try await site.field("Size")
        for (email, values) in [("bob@example.com", ["Dr. No", "9.5"]), ("cid@example.com", ["Dr. Who", "n/a"])] {
            var edit = ContactEdit()
            edit.custom = [doctor.id: values[0], size.id: values[1]]
            try await site.crm.contacts.update(
                site.account, try await site.contact(.email, email).contact.id, edit, by: .token(name: "t"),
                now: .on(5))
        }
        #expect(try await guests.found(.equals(.custom(doctor.id, .text), .text("dr. no"))) == ["Bob"])
        #expect(try await guests.found(.test(.custom(doctor.id, .text), .contains(["dr."]))) == ["Cid", "Bob"])
        let number = ContactSearchField.custom(size.id, .number)
        #expect(try await guests.found(.test(number, .range(SearchRange(from: .init(.number(-1)))))) == ["Bob"])
        #expect(try await guests.found(.equals(number, .number(9.5))) == ["Bob"])
        #expect(try await guests.found(.test(number, .exists, not: true)) == ["Dora", "Cid", "Ann"])
    }

    @Test func `a value that is longer than the index holds is compared whole`() async throws {
        let site = try await Site()
        let long = String(repeating: "ä", count: 300)
        for (number, ending) in ["x", "y"].enumerated() {
            let url = "https://clinic.example/?utm_campaign=\(long)\(ending)"
            try await site.record(
                site.visit(site.browser(), to: url, at: .on(number)).form(["email": "\(ending)@example.com"]))
        }
        var query = ContactQuery()
        query.condition = .equals(.latest(.utmCampaign), .text(long + "Y"))
        let found = try await site.crm.contacts.page(site.account, query).contacts
        #expect(found.map { $0[.email] } == ["y@example.com"])
    }

    @Test(arguments: ["' or 1=1 --", "#", "$1", "%", "_", "\\", "\u{FFFD}"])
    func `hostile texts are only texts`(text: String) async throws {
        let guests = try await Guests()
        for field in [ContactSearchField.latest(.utmCampaign), .property(.city), .tags, .latest(.url)] {
            #expect(try await guests.found(.equals(field, .text(text))).isEmpty)
            if text != "_" { #expect(try await guests.found(.test(field, .contains([text]))).isEmpty) }
        }
    }
}
