import Attribution
import CRM

/// The searches that must stay quick, each asked for its first page, its hundredth and its number of contacts.
struct SearchBench: Sendable {
    let crm: CRM
    let account: AccountID
    let pageLimit: Int

    private static let samples = 15
    private static let pages = 100

    func run() async throws {
        try StandardOutput.line(
            Self.line(["Search", "First page", "Hundredth page", "Count", "Found"]))
        try StandardOutput.line(Self.line(["---", "---", "---", "---", "---"]))
        for (name, query) in searches {
            let place = try await place(before: Self.pages, query)
            var hundredth = query
            // As far as the API counts.
            let ceiling = query.countCeiling
            hundredth.start = place.map(ContactQuery.Start.after)
            let found = try await crm.contacts.count(account, query, ceiling: ceiling)
            try StandardOutput.line(
                Self.line([
                    name, try await time { _ = try await crm.contacts.page(account, query) },
                    place == nil ? "none" : try await time { _ = try await crm.contacts.page(account, hundredth) },
                    try await time { _ = try await crm.contacts.count(account, query, ceiling: ceiling) },
                    found < ceiling ? "\(found)" : "\(found) or more",
                ]))
        }
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private var searches: [(String, ContactQuery)] {
        let spring = equals(.latest, .utmCampaign, "spring")
        return [
            ("everyone", query(nil)),
            ("Latest UTM Campaign, a tenth of all", query(spring)),
            ("the same, oldest first", query(spring, [ContactOrder(.createdAt, ascending: true)])),
            ("Latest UTM Campaign, one in 200", query(equals(.latest, .utmCampaign, "campaign 42"))),
            ("Latest UTM Campaign, one in 1,000", query(equals(.latest, .utmCampaign, "rare"))),
            ("First UTM Source, a third", query(equals(.first, .utmSource, "google"))),
            ("Latest gclid, one contact", query(equals(.latest, .gclid, "gclid-300000"))),
            (
                "campaign and form and date",
                query(
                    .all([
                        spring, equals(.latest, .mediumID, "consultation-3"),
                        .test(ContactTest(.createdAt, .range(SearchRange(from: .init(.moment(0)))))),
                    ]))
            ),
            ("campaign of those with a tag", query(.all([spring, .equals(.tags, .text("vip"))]))),
            (
                "Latest source",
                query(.equals(.attribution(AttributionReference(.latest, .sessionSource)), .source(.referral)))
            ),
            ("a tag, one in 500", query(.equals(.tags, .text("vip")))),
            ("a tag that all have", query(.equals(.tags, .text("external form: Consultation")))),
            (
                "one in 1,000, by UTM Content",
                query(
                    equals(.latest, .utmCampaign, "rare"),
                    [ContactOrder(.attribution(AttributionReference(.latest, .utmContent)), ascending: true)])
            ),
        ]
    }

    private func equals(_ position: AttributionPosition, _ field: AttributionField, _ value: String) -> ContactCondition
    {
        .equals(.attribution(AttributionReference(position, field)), .text(value))
    }

    private func query(_ condition: ContactCondition?, _ order: [ContactOrder] = []) -> ContactQuery {
        var query = ContactQuery(limit: pageLimit)
        query.condition = condition
        query.order = order
        return query
    }

    /// Where a page begins, found as a client finds it: page by page. Nil when there are not as many.
    private func place(before page: Int, _ query: ContactQuery) async throws -> ContactPlace? {
        var query = query
        var place: ContactPlace?
        for _ in 1..<page {
            let found = try await crm.contacts.page(account, query)
            guard found.hasOlder, let last = found.places.last else { return nil }
            place = last
            query.start = .after(last)
        }
        return place
    }

    private func time(_ work: () async throws -> Void) async throws -> String {
        let clock = ContinuousClock()
        var durations: [Duration] = []
        for _ in 0..<Self.samples { durations.append(try await clock.measure(work)) }
        let latencies = Latencies(durations)
        return "\(latencies.p50.text(decimals: 1)) ms (at most \(latencies.p99.text(decimals: 1)))"
    }
}
