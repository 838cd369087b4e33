import Database
import Foundation

/// The `where` of a list of opportunities, built up with its values.
struct OpportunityFilter {
    private(set) var text = "account_id = $1"
    private(set) var values: [any SQLConvertible]

    init(_ account: AccountID, _ query: OpportunityQuery) {
        values = [account]
        if let id = query.id { add("id = #", [id]) }
        if let pipeline = query.pipeline { add("pipeline_id = #", [pipeline]) }
        if let stage = query.stage { add("stage_id = #", [stage]) }
        if let contact = query.contact { add("contact_id = #", [contact]) }
        if let status = query.status { add("status = #", [status]) }
        if let user = query.assignedTo { add("assigned_to = #", [user]) }
        if let created = query.created {
            add("created_at >= # and created_at < #", [created.lowerBound, created.upperBound])
        }
        if let source = query.firstSource { add(Self.ofContact("first_source = #"), [source]) }
        if let source = query.latestSource { add(Self.ofContact("latest_source = #"), [source]) }
        if let user = query.contacts.assignee { add(Self.ofContact("assigned_to = #"), [user]) }
        if let country = query.country { add(Self.ofContact("country = #"), [country]) }
        for word in query.search.map(SearchTerms.typed) ?? [] {
            let end = word + "\u{10FFFF}"
            add(Self.found, [word, end, word, end])
        }
    }

    private static func ofContact(_ condition: String) -> String {
        """
        exists (select 1 from contacts where contacts.account_id = $1
            and contacts.id = opportunities.contact_id and \(condition))
        """
    }

    private static let found = """
        id in (
            select opportunity_id from opportunity_terms
            where opportunity_terms.account_id = $1 and term >= # and term < #
            union
            select found.id from contact_terms
            join opportunities as found
                on found.account_id = contact_terms.account_id and found.contact_id = contact_terms.contact_id
            where contact_terms.account_id = $1 and term >= # and term < #)
        """

    /// Adds a condition whose `#` stand for the values, in order.
    mutating func add(_ condition: String, _ values: [any SQLConvertible]) {
        var parts = condition.components(separatedBy: "#")
        var numbered = parts.removeFirst()
        for (value, part) in zip(values, parts) { numbered += place(value) + part }
        text += " and " + numbered
    }

    mutating func place(_ value: any SQLConvertible) -> String {
        values.append(value)
        return "$\(values.count)"
    }
}
