import Attribution
import Database
import DatabaseTesting
import Testing

@testable import CRM

/// The searches that must stay fast use their index, and sort nothing.
@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct SearchPlanTests {
    private func plan(_ query: ContactQuery) async throws -> String {
        let site = try await Site()
        let plans = try await site.house.database.write { connection in
            try connection.plans { _ = try ContactSearch.page($0, site.account, query) }
        }
        return try #require(plans.first { $0.contains("contacts") && !$0.contains("SCAN found") })
    }

    private func query(_ condition: ContactCondition, start: ContactQuery.Start? = nil) -> ContactQuery {
        var query = ContactQuery()
        query.condition = condition
        query.start = start
        return query
    }

    private static let place = ContactPlace(createdAt: 1, id: ContactID(rawValue: "x"))

    @Test(
        arguments: [nil, .after(place)] as [ContactQuery.Start?],
        AttributionField.allCases.filter(\.isIndexedForSearch))
    func `a field of First or Latest is walked along in the order of age`(
        start: ContactQuery.Start?, field: AttributionField
    ) async throws {
        for position in AttributionPosition.allCases {
            let condition = ContactCondition.equals(
                .attribution(AttributionReference(position, field)), .text("x"))
            let plan = try await plan(query(condition, start: start))
            #expect(
                plan.contains(
                    "SEARCH walked USING INDEX attributions_by_\(field.columnName) (account_id=? AND <expr>=?"),
                "\(plan)")
            if start != nil { #expect(plan.contains("(contact_created_at,contact_id)<(?,?)")) }
            #expect(plan.contains("SEARCH contacts USING PRIMARY KEY (account_id=? AND id=?)"))
            #expect(!plan.contains("TEMP B-TREE"))
        }
    }

    @Test(
        arguments: [
            (.equals(.property(.email), .text("a@example.com")), "contacts_by_email"),
            (.equals(.property(.phone), .text("+4366012345")), "contacts_by_phone"),
            (.equals(.assignedTo, .text("u1")), "contacts_by_assignee"),
            (.equals(.tags, .text("vip")), "contact_tags_by_tag"),
            (.equals(.followers, .text("u1")), "followers_by_user"),
            (.equals(.custom(FieldID(rawValue: "f"), .text), .text("x")), "contact_field_values_by_value"),
        ] as [(ContactCondition, String)])
    func `a condition that few meet is asked first`(condition: ContactCondition, index: String) async throws {
        #expect(try await plan(query(condition)).contains(index))
    }

    @Test func `a range of dates bounds the walk`() async throws {
        let dates = ContactCondition.test(
            .createdAt, .range(SearchRange(from: .init(.moment(1)), to: .init(.moment(2)))))
        let alone = try await plan(query(dates))
        #expect(alone.contains("contacts_by_age (account_id=? AND created_at>? AND created_at<?)"), "\(alone)")
        let campaign = ContactCondition.equals(.latest(.utmCampaign), .text("x"))
        let both = try await plan(query(.all([campaign, dates])))
        #expect(both.contains("contact_created_at>? AND contact_created_at<?"), "\(both)")
    }
}
