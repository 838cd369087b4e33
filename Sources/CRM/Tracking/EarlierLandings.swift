import Attribution
import Database
import Foundation

/// The SQL of walking back along what visitors landed on, the newest first.
///
/// How far back the last landing from elsewhere lies is for a rule book to say: a page is read, judged, and followed by
/// another one while all of it is direct. The walk ends after `limit` landings, for capture and replay alike.
enum EarlierLandings {
    static let limit = 2_000
    /// Most visitors came from elsewhere not long ago.
    private static let firstPage = 10
    private static let page = 100
    private static let placesAStatement = 20

    /// Where one walk stands: what is left of it began before `until`, or then but with a lesser id than `before`.
    struct Place: Sendable {
        let visitor: Scoped<VisitorID>
        let since: Milliseconds
        private(set) var until: Milliseconds
        private(set) var isOver = false
        private var before = SessionID(rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
        private var count = 0
        private let limit: Int

        init(
            _ visitor: Scoped<VisitorID>, since: Milliseconds, until: Milliseconds, limit: Int = EarlierLandings.limit
        ) {
            self.visitor = visitor
            self.since = since
            self.until = until
            self.limit = limit
        }

        fileprivate var pageSize: Int { count == 0 ? firstPage : min(page, limit - count) }

        fileprivate var values: [any SQLConvertible] {
            [visitor.account, visitor.key, since, until, before, pageSize]
        }

        fileprivate mutating func pass(_ landings: [EarlierLanding]) {
            isOver = landings.count < pageSize || count + landings.count >= limit
            count += landings.count
            guard let last = landings.last else { return }
            (until, before) = (last.at, last.session)
        }
    }

    /// The next page of every walk, in the order of the places, which stand behind their page afterwards.
    static func pages(_ connection: Connection, _ places: inout [Place]) throws -> [[EarlierLanding]] {
        var pages: [[EarlierLanding]] = []
        for start in stride(from: 0, to: places.count, by: placesAStatement) {
            let some = start..<min(start + placesAStatement, places.count)
            pages += try read(connection, places[some])
        }
        for (index, page) in pages.enumerated() { places[index].pass(page) }
        return pages
    }

    private static func read(
        _ connection: Connection, _ places: ArraySlice<Place>
    ) throws -> [[EarlierLanding]] {
        var pages = Array(repeating: [EarlierLanding](), count: places.count)
        let rows = try connection.rows(
            places.indices.map { select($0 - places.startIndex) }.joined(separator: "\nunion all\n"),
            places.flatMap(\.values))
        for row in rows { pages[try row["asked"]].append(try landing(row)) }
        // A union promises no order.
        return pages.map { page in page.sorted { $0.isNewer(than: $1) } }
    }

    /// The limit of each walk stands inside, so that none reads on to the beginning of its visitor.
    private static func select(_ number: Int) -> String {
        let first = number * 6
        return """
            select * from (
                select \(number) as asked, id, contact_id, landing_url, landing_referrer, user_agent, started_at
                from sessions
                where account_id = $\(first + 1) and visitor_id = $\(first + 2) and started_at >= $\(first + 3)
                    and (started_at, id) < ($\(first + 4), $\(first + 5))
                order by started_at desc, id desc limit $\(first + 6)
            ) as walk\(number)
            """
    }

    private static func landing(_ row: Row) throws -> EarlierLanding {
        EarlierLanding(
            session: try row["id"], contact: try row["contact_id"],
            landing: Landing(
                url: try row["landing_url"], referrer: try row["landing_referrer"], userAgent: try row["user_agent"]),
            at: try row["started_at"])
    }
}

extension EarlierLanding {
    fileprivate func isNewer(than other: EarlierLanding) -> Bool {
        at == other.at ? session.description > other.session.description : at > other.at
    }
}
