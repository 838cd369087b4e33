import CRM
import Testing

/// What is stored does not depend on which events happen to share a transaction.
@Suite struct CutIntoBatchesTests {
    @Test(arguments: [UInt64](1...6)) func `visits end the same, however events are cut into batches`(
        seed: UInt64
    ) async throws {
        let house = try await House(seed: seed)
        let (single, cut) = (try await Site(in: house, name: "One by one"), try await Site(in: house, name: "Batches"))
        var dice = Dice(seed)
        let story = Self.story(on: single, &dice)
        for event in story { try await single.record(event.on(single.account), now: .on(2)) }
        var rest = story[...]
        while !rest.isEmpty {
            let batch = rest.prefix(dice.below(20) + 1)
            rest = rest.dropFirst(batch.count)
            _ = try await cut.crm.capture.record(batch.map { $0.on(cut.account) }, now: .on(2))
        }
        #expect(try await Self.visits(single) == Self.visits(cut))
        #expect(try await Self.visitors(single) == Self.visitors(cut))
        #expect(try await Self.visits(single).count > 10)
    }

    /// Pages and forms of a few people with a few visits each, some events twice, some in another's visit.
    private static func story(on site: Site, _ dice: inout Dice) -> [Told] {
        let people = (0..<8).map { _ in site.browser() }
        let visits = people.flatMap { visitor in
            (0..<3).map { day in site.visit(visitor, to: "https://clinic.example/?utm_source=s\(day)", at: .on(day)) }
        }
        var story: [Told] = []
        for _ in 0..<150 {
            var visit = dice.one(of: visits)
            if dice.below(12) == 0 { visit.visitor = dice.one(of: people) }
            let minute = dice.below(601)
            switch dice.below(10) {
            case 0:
                story.append(
                    Told(visit.form(["email": "a\(dice.below(6))@example.com"], minute: minute)))
            case 1: story.append(Told(visit.custom("seen", minute: minute)))
            case 2 where !story.isEmpty: story.append(dice.one(of: story))
            default: story.append(Told(visit.page(minute: minute)))
            }
        }
        return story
    }

    private static func visits(_ site: Site) async throws -> [String?] {
        let hex = site.house.hex
        return try await site.house.texts(
            """
            \(hex("s.id")) || ' ' || \(hex("s.visitor_id")) || ' ' || s.started_at || ' ' || s.last_seen_at || ' ' ||
            s.page_views || ' ' || s.conversions || ' ' || s.source || ' ' || coalesce(c.email, '')
            """,
            of: """
                sessions s left join contacts c on c.account_id = s.account_id and c.id = s.contact_id
                where s.account_id = \(site.account.rawValue)
                """)
    }

    private static func visitors(_ site: Site) async throws -> [String?] {
        try await site.house.texts(
            "\(site.house.hex("v.id")) || ' ' || v.first_seen_at || ' ' || v.first_url || ' ' || coalesce(c.email, '')",
            of: """
                visitors v left join contacts c on c.account_id = v.account_id and c.id = v.contact_id
                where v.account_id = \(site.account.rawValue)
                """)
    }

    /// An event that may be sent to any account.
    private struct Told {
        private let event: CaptureEvent

        init(_ event: CaptureEvent) { self.event = event }

        func on(_ account: AccountID) -> CaptureEvent {
            CaptureEvent(
                id: event.id, account: account, kind: event.kind, visitor: event.visitor, session: event.session,
                url: event.url, referrer: event.referrer, occurredAt: event.occurredAt, landing: event.landing,
                browser: event.browser, suspicion: event.suspicion)
        }
    }
}
