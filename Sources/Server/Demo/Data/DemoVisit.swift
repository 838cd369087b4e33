import Attribution
import CRM

/// One visit of one browser to the sample website, as the events that the tracker would send.
struct DemoVisit: Sendable {
    let account: AccountID
    let visitor: VisitorID
    let browser: BrowserFacts
    let landing: DemoLanding
    let at: Milliseconds
    /// What the visitor sends before leaving, if anything.
    var submission: (page: DemoPage, fill: FormFill)?
    var suspicion: HeldReason?

    func events(_ random: inout DemoRandom) -> [CaptureEvent] {
        let session = SessionID(rawValue: random.uuid(at: at))
        let captured = CapturedLanding(url: landing.url, referrer: landing.referrer, at: at)
        var moment = at
        var referrer = landing.referrer
        func event(_ kind: CaptureEvent.Kind, url: String, _ random: inout DemoRandom) -> CaptureEvent {
            CaptureEvent(
                id: EventID(rawValue: random.uuid(at: moment)), account: account, kind: kind, visitor: visitor,
                session: session, url: url, referrer: referrer, occurredAt: moment, landing: captured, browser: browser,
                suspicion: kind.isForm ? suspicion : nil)
        }
        var events: [CaptureEvent] = []
        for (place, page) in pages(&random).enumerated() {
            let url = place == 0 ? landing.url : DemoLanding.site + page.rawValue
            if page == .thanks, let submission {
                events.append(event(.form(submission.fill), url: referrer ?? url, &random))
                moment += random.seconds(1...2)
            }
            events.append(event(.pageView(title: page.title + " · " + DemoSite.name), url: url, &random))
            moment += random.seconds(9...95)
            referrer = url
        }
        if let submission, submission.fill.origin == .own {
            events.append(event(.form(submission.fill), url: DemoLanding.site + submission.page.rawValue, &random))
        }
        return events
    }

    /// The pages in the order they are opened; forms of the website's own end at its thank-you page.
    private func pages(_ random: inout DemoRandom) -> [DemoPage] {
        var pages = [landing.page]
        let others: [DemoPage] =
            DemoPage.treatments + [.home, .providers, .providers, .journal, .firstVisit, .winterGlow]
        for _ in 0..<(random.pick([0, 0, 0, 1, 1, 2, 2, 3, 5]) ?? 0) {
            if let next = random.pick(others), next != pages.last { pages.append(next) }
        }
        guard let submission else { return pages }
        if pages.last != submission.page { pages.append(submission.page) }
        return submission.fill.origin == .own ? pages : pages + [.thanks]
    }
}

extension CaptureEvent.Kind {
    fileprivate var isForm: Bool {
        if case .form = self { true } else { false }
    }
}
