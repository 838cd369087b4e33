import Attribution
import Database

/// What every thing that belongs to a contact has: whose it is, the contact's source, and both attributions.
///
/// Of an attribution the revision in use may have a verdict of its own: source and sub-label are that one's. What else
/// the record says stays what was recorded, as on the contact's page.
enum PersonFacts {
    /// The columns of a query after its first, which is the moment; `person` is the contact, `$2` the revision.
    static let columns = (["person.id", "person.contact_source", same] + columns("first") + columns("latest"))
        .joined(separator: ", ")

    /// Both attributions and what the revision in use says of them; `attributions` and its like are found by key.
    static let joins = joins("first") + joins("latest")

    /// The position of the first column after `columns`.
    static var end: Int { start + width * 2 }

    private static let same = """
        case when person.first_attribution_id = person.latest_attribution_id then 1 else 0 end
        """
    private static let start = 4
    private static var width: Int { 4 + texts.count }

    private static let texts: [AttributionColumns.Pair] =
        AttributionColumns.occasion + AttributionColumns.campaign + AttributionColumns.clicks

    private static func columns(_ position: String) -> [String] {
        let verdict = [
            "coalesce(\(position)_opinion.source, \(position)_seen.source)",
            """
            case when \(position)_opinion.revision is null then \(position)_seen.sub_label
                else \(position)_opinion.sub_label end
            """,
            "\(position)_seen.url", "\(position)_seen.referrer",
        ]
        return verdict
            + texts.map { pair in
                let column = "\(position)_seen.\(pair.field.columnName)"
                return pair.field == .utmCampaign ? "coalesce(\(column), \(position)_seen.campaign)" : column
            }
    }

    private static func joins(_ position: String) -> String {
        """

        left join attributions as \(position)_seen on \(position)_seen.account_id = person.account_id
            and \(position)_seen.id = person.\(position)_attribution_id
        left join attribution_opinions as \(position)_opinion
            on \(position)_opinion.account_id = person.account_id and \(position)_opinion.revision = $2
            and \(position)_opinion.attribution_id = person.\(position)_attribution_id
        """
    }

    static func read(_ row: borrowing ColumnView, _ extras: FactExtras, into rows: inout FactRows) -> Bool {
        rows.draft.append(at: row.integer(0))
        rows.draft.contacts.append(row.text(1) ?? "")
        rows.set(contactSource, row.text(2))
        read(row, at: start, firstSlots, into: &rows)
        if row.integer(3) == 1 {
            for (from, to) in zip(firstSlots.all, latestSlots.all) { rows.draft.copy(from.column, to: to.column) }
        } else {
            read(row, at: start + width, latestSlots, into: &rows)
        }
        extras.read(row, end, &rows)
        return true
    }

    private static func read(
        _ row: borrowing ColumnView, at start: Int, _ slots: PersonSlots, into rows: inout FactRows
    ) {
        // Nothing else is filled where there is no attribution.
        guard !row.isNull(start) else { return }
        rows.set(slots.source, row.text(start))
        rows.set(slots.subLabel, row.text(start + 1))
        slots.landing.read(url: row.text(start + 2), referrer: row.text(start + 3), into: &rows)
        for (index, slot) in slots.texts.enumerated() where !row.isNull(start + 4 + index) {
            rows.set(slot, row.text(start + 4 + index))
        }
        let clicks = start + 4 + slots.texts.count
        for (index, slot) in slots.clicks.enumerated() {
            rows.set(slot, isPresent: row.bytes(clicks + index).map { !$0.isEmpty } ?? false)
        }
    }

    private static let contactSource = FactSlot(ReportField.contactSource)
    private static let firstSlots = PersonSlots(.first)
    private static let latestSlots = PersonSlots(.latest)
}

/// The columns of one of a contact's two attributions.
private struct PersonSlots: Sendable {
    let source: FactSlot
    let subLabel: FactSlot
    let landing: LandingFacts
    let texts: [FactSlot]
    let clicks: [FactSlot]
    /// Every one of them.
    let all: [FactSlot]

    init(_ position: AttributionPosition) {
        source = FactSlot(.sessionSource, position)
        subLabel = FactSlot(.subLabel, position)
        landing = position == .first ? .first : .latest
        texts = (AttributionColumns.occasion + AttributionColumns.campaign).map { FactSlot($0.dimension, position) }
        clicks = AttributionColumns.clicks.map { FactSlot($0.dimension, position) }
        all = ReportDimension.allCases.map { FactSlot($0, position) }
    }
}
