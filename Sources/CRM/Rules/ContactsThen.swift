import Attribution
import Database

/// Which attributions were a contact's First and Latest when a replay began, whatever has happened since.
///
/// Ids sort by the time they were made, so the replay's own tells what is older. A contact goes back to an older Latest
/// only by an Undo, and that leaves its trace on the timeline of the contact that is split off.
struct ContactsThen {
    private let connection: Connection
    private let account: AccountID
    private let start: ReplayID
    /// The contacts that were split off since, each with the one that it was a part of.
    private let formers: [ContactID: ContactID]

    init(_ connection: Connection, _ account: AccountID, at start: ReplayID) throws {
        self.connection = connection
        self.account = account
        self.start = start
        var formers: [ContactID: ContactID] = [:]
        try connection.forEach(
            """
            select timeline.contact_id, entry from conversions cross join timeline
            where conversions.account_id = $1 and status = 'split' and conversions.contact_id > $2
                and timeline.account_id = $1 and timeline.contact_id = conversions.contact_id
                and timeline.conversion_id = conversions.id
            """, [account, start]
        ) { row in
            let event: TimelineEntry.Event = try JSONText.decode(from: try row["entry"])
            if case .splitFrom(let former) = event { formers[try row["contact_id"]] = former }
        }
        self.formers = formers
    }

    /// The contact's Latest as SQL: the one it points to, unless that one came later.
    static func latest(before start: String) -> String {
        """
        case when latest_attribution_id < \(start) then latest_attribution_id else (
            select max(older.id) from attributions as older
            where older.account_id = contacts.account_id and older.contact_id = contacts.id and older.id < \(start)) end
        """
    }

    /// What an attribution was to its contact then; nothing if it is younger.
    func views(of attribution: ConvertedLanding) throws -> [ReplayView] {
        guard attribution.id.rawValue < start.rawValue else { return [] }
        let former = former(of: attribution.contact)
        let isFirst = former == nil && attribution.first == attribution.id.rawValue
        let contact = former ?? attribution.contact
        let parts = formers.keys.filter { self.former(of: $0) == contact }
        let latest = parts.isEmpty ? attribution.latest : try newest(of: [contact] + parts)
        return (isFirst ? [.first] : []) + (latest == attribution.id.rawValue ? [.latest] : [])
    }

    /// Whom a contact that was split off has come from in the end.
    private func former(of contact: ContactID) -> ContactID? {
        var former: ContactID?
        var next = formers[contact]
        while let found = next, former != found {
            former = found
            next = formers[found]
        }
        return former
    }

    private func newest(of contacts: [ContactID]) throws -> String? {
        try connection.row(
            """
            select max(id) as id from attributions
            where account_id = $1 and id < $2 and contact_id in (\(placeholders(contacts.count, after: 2)))
            """, [account, start] + contacts as [any SQLConvertible]
        ).flatMap { try $0["id"] }
    }
}
