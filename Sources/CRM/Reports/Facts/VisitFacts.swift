import Attribution
import Database

/// Visits, each by its start.
enum VisitFacts {
    static let sql = """
        select sessions.started_at, sessions.visitor_id, sessions.landing_url, sessions.landing_referrer,
            sessions.rule_set, coalesce(opinion.source, sessions.source),
            case when opinion.revision is null then sessions.sub_label else opinion.sub_label end
        from sessions left join session_opinions as opinion on opinion.account_id = sessions.account_id
            and opinion.revision = $2 and opinion.session_id = sessions.id
        where sessions.account_id = $1 and sessions.started_at >= $3 and sessions.started_at < $4
        order by sessions.started_at, sessions.id limit $5
        """

    private static let source = FactSlot(.sessionSource, .first)
    private static let subLabel = FactSlot(.subLabel, .first)

    static func read(_ row: borrowing ColumnView, into rows: inout FactRows) -> Bool {
        rows.draft.append(at: row.integer(0))
        rows.draft.append(visitor: row.bytes(1))
        rows.set(source, row.text(5))
        rows.set(subLabel, row.text(6))
        let url = row.text(2) ?? ""
        let ruleSet = row.text(4).flatMap(RuleSet.init(rawValue:)) ?? .classic
        LandingFacts.first.read(url: url, referrer: row.text(3), into: &rows)
        let fields = LandingFields(url: url, ruleSet: ruleSet)
        for (field, slot) in campaignSlots { rows.set(slot, fields[field]) }
        for (field, slot) in clickSlots { rows.set(slot, isPresent: fields[field] != nil) }
        return true
    }

    private static let campaignSlots: [(AttributionField, FactSlot)] = AttributionColumns.campaign.map {
        ($0.field, FactSlot($0.dimension, .first))
    }

    private static let clickSlots: [(AttributionField, FactSlot)] = AttributionColumns.clicks.map {
        ($0.field, FactSlot($0.dimension, .first))
    }
}
