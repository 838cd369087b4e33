import Database
import Foundation

/// Opportunities that were the person's once and were given to somebody else: they are that contact's, and stay.
extension PersonStore {
    /// Takes the person's name, which an opportunity is called by when nobody calls it anything else, out of them and out of
    /// what was told of them; in its place stands the name of the contact that has it now.
    static func forgetName(_ connection: Connection, _ person: PersonTraces, now: Milliseconds) throws {
        guard let name = person.name else { return }
        for var opportunity in try opportunities(connection, called: name, person) {
            guard let owner = try ContactStore.contact(connection, person.account, opportunity.contact),
                !isNamed(owner.displayName, after: name)
            else { continue }
            let renamed = opportunity.name
                .replacingOccurrences(of: name, with: owner.displayName, options: .caseInsensitive).cut(to: longestName)
            // Letters that are one to the search and two to the replacing, like İ and i̇, would leave the name.
            opportunity.name = isNamed(renamed, after: name) ? owner.displayName.cut(to: longestName) : renamed
            opportunity.updatedAt = now
            try OpportunityStore.save(connection, person.account, opportunity)
            try OutboxStore.rename(connection, person.account, opportunity)
        }
    }

    private static let longestName = 200

    private static func opportunities(
        _ connection: Connection, called name: String, _ person: PersonTraces
    ) throws -> [Opportunity] {
        guard let term = SearchTerms.typed(name).first else { return [] }
        return try connection.rows(
            """
            select \(OpportunityStore.columns) from opportunities
            where account_id = $1 and contact_id <> $2 and id in (
                select opportunity_id from opportunity_terms where account_id = $1 and term = $3)
            """, [person.account, person.contact, term]
        ).map(OpportunityStore.opportunity).filter { isNamed($0.name, after: name) }
    }

    /// One word is many people's name, or no name at all: it counts where it stands alone.
    private static func isNamed(_ text: String, after name: String) -> Bool {
        let (text, name) = (OpportunityStore.nameKey(text), OpportunityStore.nameKey(name))
        let isUnmistakable = name.contains("@") || name.contains(" ")
        return isUnmistakable ? text.contains(name) : text == name
    }
}

extension OutboxStore {
    /// What waits to be told of an opportunity, or to be told again, calls it by its present name.
    static func rename(_ connection: Connection, _ account: AccountID, _ opportunity: Opportunity) throws {
        let rows = try connection.rows(
            "select id, fields from outbox where account_id = $1 and contact_id = $2 and object_id = $3",
            [account, opportunity.contact, opportunity.id])
        for row in rows {
            let stored: String? = try row["fields"]
            guard let stored, var fields = try? JSONText.decode(from: stored) as [String: OutboxValue] else { continue }
            fields["name"] = .text(opportunity.name)
            try connection.execute(
                "update outbox set fields = $3, payload = null where account_id = $1 and id = $2",
                [account, try row["id"] as OutboxEventID, try JSONText.encode(fields)])
        }
    }
}
