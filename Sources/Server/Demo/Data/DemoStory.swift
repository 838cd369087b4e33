import Attribution
import CRM

/// Two months in the life of the sample website: who came, by which way, who left a form and who came back.
struct DemoStory {
    let calendar: DemoCalendar
    let account: AccountID
    let form: Form
    var random: DemoRandom
    private var people = 0
    private var events: [CaptureEvent] = []

    init(calendar: DemoCalendar, account: AccountID, form: Form, seed: UInt64) {
        self.calendar = calendar
        self.account = account
        self.form = form
        random = DemoRandom(seed: seed)
    }

    /// Everything that has happened until now, in order.
    mutating func tell() -> [CaptureEvent] {
        for daysAgo in (0...DemoCalendar.length).reversed() {
            for _ in 0..<calendar.visitors(daysAgo: daysAgo, &random) { somebodyComes(daysAgo: daysAgo) }
        }
        tellTakeover()
        tellHeldSubmissions()
        tellMistaggedLinks()
        let past = events.filter { $0.occurredAt <= calendar.now }
        return past.enumerated().sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
            .map(\.element)
    }

    private mutating func somebodyComes(daysAgo: Int) {
        guard let channel = random.pick(DemoChannel.all, weight: \.weight) else { return }
        let moment = calendar.moment(daysAgo: daysAgo, &random)
        let browser = DemoBrowser.any(mostlyMobile: channel.isMostlyMobile, &random)
        let visitor = newVisitor(at: moment)
        if random.chance(channel.conversions) {
            let person = newPerson()
            visit(by: channel, visitor, browser, at: moment, submittedBy: person)
            if random.chance(26) { returnAsContact(person, visitor, browser, after: moment) }
        } else {
            visit(by: channel, visitor, browser, at: moment, submittedBy: nil)
            if random.chance(26) { thinkItOver(visitor, browser, after: moment) }
        }
    }

    /// Comes again some days later, mostly by typing the address, and perhaps leaves a form then.
    private mutating func thinkItOver(_ visitor: VisitorID, _ browser: BrowserFacts, after moment: Milliseconds) {
        let channel = random.chance(65) ? DemoChannel.direct : random.pick(DemoChannel.all, weight: \.weight)
        let later = calendar.later(than: moment, by: 1...16, &random)
        let person = random.chance(36) ? newPerson() : nil
        if let channel { visit(by: channel, visitor, browser, at: later, submittedBy: person) }
    }

    /// A contact asks again, by another way and sometimes on another device: Latest parts from First.
    private mutating func returnAsContact(
        _ person: DemoPerson, _ visitor: VisitorID, _ browser: BrowserFacts, after moment: Milliseconds
    ) {
        guard let channel = random.pick(DemoChannel.all, weight: \.weight) else { return }
        let later = calendar.later(than: moment, by: 3...30, &random)
        if random.chance(70) {
            visit(by: channel, visitor, browser, at: later, submittedBy: person)
        } else {
            let other = DemoBrowser.any(mostlyMobile: false, &random)
            visit(by: channel, newVisitor(at: later), other, at: later, submittedBy: person)
        }
    }

    private mutating func visit(
        by channel: DemoChannel, _ visitor: VisitorID, _ browser: BrowserFacts, at moment: Milliseconds,
        submittedBy person: DemoPerson?
    ) {
        let landing = channel.land(&random)
        visit(landing, visitor, browser, at: moment, person.map { (.chosen(from: landing.page, &random), $0) })
    }

    mutating func visit(
        _ landing: DemoLanding, _ visitor: VisitorID, _ browser: BrowserFacts, at moment: Milliseconds,
        _ submission: (form: DemoForm, person: DemoPerson)?, suspicion: HeldReason? = nil
    ) {
        let filled = submission.map { ($0.form.page, $0.form.fill(by: $0.person, ownForm: form, &random)) }
        let visit = DemoVisit(
            account: account, visitor: visitor, browser: browser, landing: landing, at: moment, submission: filled,
            suspicion: suspicion)
        events += visit.events(&random)
    }

    mutating func newVisitor(at moment: Milliseconds) -> VisitorID {
        VisitorID(rawValue: random.uuid(at: moment))
    }

    mutating func newPerson() -> DemoPerson {
        people += 1
        return DemoPerson(number: people, &random)
    }

    mutating func moment(daysAgo: Int) -> Milliseconds { calendar.moment(daysAgo: daysAgo, &random) }

    mutating func browser() -> BrowserFacts { DemoBrowser.any(mostlyMobile: false, &random) }
}
