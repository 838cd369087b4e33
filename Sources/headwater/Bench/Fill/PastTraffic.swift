import Attribution
import CRM
import Foundation

/// Visitors of 400 days in the order in which they came, by day more than by night, and a few more each week.
///
/// One visitor in three fills in a form and becomes a contact. Visitor n follows from n alone, so that the load tests
/// know whom they send for: contact n is visitor 3n, with the address `lead-<n, 15 digits>@example.com`.
struct PastTraffic: Sendable {
    let account: AccountID
    let contacts: Int
    let pageViews: Int
    let landings: [Landing]
    /// The moment at which the last visitor comes.
    let end: Milliseconds

    private static let length: Milliseconds = 400 * .day
    private static let visitorsPerContact = 3
    /// Page views of six visitors in a row, in twentieths of what the six have together; those who convert see more.
    private static let interest = [3, 1, 1, 8, 2, 5]
    private static let agents = [
        """
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
        """,
        """
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 \
        Mobile/15E148 Safari/604.1
        """,
        """
        Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36
        """,
    ]
    private static let pages = ["/", "/treatments", "/prices", "/about", "/contact", "/book", "/botox", "/team"]

    var visitors: Int { contacts > 0 ? contacts * Self.visitorsPerContact : max(1, pageViews * 3 / 10) }

    /// Everything one visitor did, first to last.
    func events(of visitor: Int) -> [CaptureEvent] {
        let views = pageViews(before: visitor + 1) - pageViews(before: visitor)
        let arrival = moment(of: visitor)
        let back = views >= 5 ? views / 2 : views
        var visit = session(0, of: visitor, landings[visitor % landings.count], at: arrival)
        var events: [CaptureEvent] = []
        for view in 0..<views {
            if view == back {
                let home = Landing(url: visit.page("/"), referrer: nil)
                visit = session(1, of: visitor, home, at: arrival + 2 * .hour)
            }
            events.append(event(.pageView(title: "Treatments and prices"), view, of: visitor, on: &visit))
        }
        if contacts > 0, visitor % Self.visitorsPerContact == 0 {
            events.append(event(.form(form(of: visitor)), views, of: visitor, on: &visit))
        }
        return events
    }

    private func session(_ number: Int, of visitor: Int, _ landing: Landing, at moment: Milliseconds) -> Visit {
        let moment = min(moment, end)
        return Visit(
            session: SessionID(rawValue: Self.uuid(visitor, 62 + number, at: moment)),
            landing: CapturedLanding(url: landing.url, referrer: landing.referrer, at: moment))
    }

    private func event(
        _ kind: CaptureEvent.Kind, _ number: Int, of visitor: Int, on visit: inout Visit
    ) -> CaptureEvent {
        let at = min(visit.landing.at + Milliseconds(visit.steps) * 40 * .second, end)
        let isLanding = visit.steps == 0
        visit.steps += 1
        let page = visit.page(Self.pages[(visitor + number) % Self.pages.count])
        return CaptureEvent(
            id: EventID(rawValue: Self.uuid(visitor, number, at: at)), account: account, kind: kind,
            visitor: Self.id(of: visitor), session: visit.session, url: isLanding ? visit.landing.url : page,
            referrer: isLanding ? visit.landing.referrer : visit.landing.url, occurredAt: at, landing: visit.landing,
            browser: BrowserFacts(
                gaClientID: "1938475610.\(1_700_000_000 + visitor)",
                userAgent: Self.agents[visitor % Self.agents.count],
                ip: "198.51.\(100 + visitor / 250 % 100).\(visitor % 250)"))
    }

    private func form(of visitor: Int) -> FormFill {
        let number = String(visitor / Self.visitorsPerContact)
        let address = "lead-" + String(repeating: "0", count: 15 - number.count) + number + "@example.com"
        let values = [
            ("first_name", "Jo"), ("last_name", "Field \(number)"), ("email", address), ("phone", "+15550100123"),
            ("message", "When are you open on Saturdays?"),
        ]
        return FormFill(
            origin: .external, formID: "consultation", formName: "Consultation", hiddenSource: nil,
            fields: values.map { FilledField(name: $0.0, label: nil, values: [$0.1]) })
    }

    /// How many page views the visitors before this one have had together.
    private func pageViews(before visitor: Int) -> Int {
        pageViews * Self.share(before: visitor) / Self.share(before: visitors)
    }

    private static func share(before visitor: Int) -> Int {
        let (sixes, rest) = visitor.quotientAndRemainder(dividingBy: interest.count)
        return sixes * interest.reduce(0, +) + interest[..<rest].reduce(0, +)
    }

    /// Later visitors come closer together, and those of an afternoon closer than those of a night.
    private func moment(of visitor: Int) -> Milliseconds {
        let passed = pow(Double(visitor + 1) / Double(visitors), 0.8) * Double(Self.length)
        let inDay = 2 * Double.pi * passed / Double(Milliseconds.day)
        let rhythm = 3 * Double(Milliseconds.hour) * (sin(inDay) - 1)
        return end - Self.length + max(0, Milliseconds(passed + rhythm) - 3 * .hour)
    }

    private static func id(of visitor: Int) -> VisitorID? {
        let digits = String(visitor, radix: 16)
        return VisitorID("00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    /// One of the 64 ids that a visitor may need, always the same but for its moment.
    private static func uuid(_ visitor: Int, _ number: Int, at moment: Milliseconds) -> UUID {
        var word = UInt64(visitor * 64 + number) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        let chance = word ^ word >> 31
        return IDSource { chance }.uuid(at: moment)
    }
}

/// One session of a visitor.
private struct Visit {
    let session: SessionID
    let landing: CapturedLanding
    var steps = 0

    /// A page of the website that was landed on.
    func page(_ path: String) -> String {
        let parts = landing.url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        let host = parts.count > 1 ? parts[1].prefix { $0 != "?" && $0 != "#" } : "clinic.example"
        return "https://\(host)\(path)"
    }
}
