import CRM

extension DemoStory {
    /// A second browser gives a contact's e-mail and then another one: perhaps her partner, perhaps a stranger.
    ///
    /// The contact is badged, and Undo gives the former address back.
    mutating func tellTakeover() {
        let hannah = DemoPerson(
            first: "Hannah", last: "Whitlock", email: "hannah.whitlock@example.com", phone: "(312) 555-0199")
        let marcus = DemoPerson(
            first: "Marcus", last: "Whitlock", email: "m.whitlock@example.org", phone: "(312) 555-0198")
        let first = moment(daysAgo: 15)
        visit(DemoCampaign.googleClick(&random), newVisitor(at: first), browser(), at: first, (.winterGlow, hannah))
        let second = moment(daysAgo: 6)
        let laptop = newVisitor(at: second)
        let agent = browser()
        visit(DemoLanding(page: .contact), laptop, agent, at: second, (.contact, hannah))
        let third = moment(daysAgo: 3)
        visit(DemoLanding(page: .home), laptop, agent, at: third, (.consult, marcus))
    }

    /// Two submissions that look like no person's wait for one to look at them.
    mutating func tellHeldSubmissions() {
        let robot = DemoPerson(
            first: "Top Rankings", last: "Guaranteed", email: "offer@seo-deals.example", phone: "(708) 555-0197")
        let early = moment(daysAgo: 4)
        visit(
            DemoLanding(page: .consult), newVisitor(at: early), browser(), at: early, (.consult, robot),
            suspicion: .honeypot)
        let hasty = DemoPerson(
            first: "Quinn", last: "Abernathy", email: "quinn.abernathy@example.com", phone: "(630) 555-0196")
        let late = moment(daysAgo: 1)
        visit(
            DemoLanding(page: .consult, referrer: "https://www.google.com/"), newVisitor(at: late), browser(), at: late,
            (.consult, hasty), suspicion: .filledTooFast)
    }
}
