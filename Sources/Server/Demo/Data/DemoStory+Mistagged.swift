import CRM

extension DemoStory {
    /// Links that somebody tagged by hand and not quite right: something for the health of the tags to find.
    mutating func tellMistaggedLinks() {
        for link in Self.mistaggedLinks {
            for (visitNumber, daysAgo) in link.daysAgo.enumerated() {
                let moment = moment(daysAgo: daysAgo)
                let landing = DemoLanding(
                    page: link.page, query: link.query(&random), referrer: link.referrer)
                let person = visitNumber < link.contacts ? newPerson() : nil
                visit(
                    landing, newVisitor(at: moment), browser(), at: moment,
                    person.map { (.chosen(from: link.page, &random), $0) })
            }
        }
    }

    private struct MistaggedLink: Sendable {
        let page: DemoPage
        let query: @Sendable (inout DemoRandom) -> String
        var referrer: String?
        /// One visit each.
        let daysAgo: [Int]
        /// So many of the first visits leave a form.
        let contacts: Int
    }

    private static let mistaggedLinks = [
        // An agency that writes the tag with capitals; the app it is opened in sends no referrer.
        MistaggedLink(
            page: .firstVisit, query: { _ in "utm_source=AdWords&utm_campaign=First+Visit+%2450" },
            daysAgo: [3, 6, 8, 11, 15, 19, 22], contacts: 3),
        // The code on a printed flyer: the key is misspelt, so that nothing is left but a typed address.
        MistaggedLink(page: .home, query: { _ in "utm_souce=flyer" }, daysAgo: [2, 5, 12, 20], contacts: 1),
        // Ads of a platform that the classic rules do not know.
        MistaggedLink(
            page: .microneedling, query: { "ttclid=" + $0.clickID("E.C.P.", length: 36) },
            daysAgo: [1, 4, 9, 10, 17], contacts: 1),
        // The link of the business's profile on Google, tagged although it is no ad.
        MistaggedLink(
            page: .home, query: { _ in "utm_source=gbp&utm_medium=organic" }, referrer: "https://www.google.com/",
            daysAgo: [1, 7, 13, 18, 25], contacts: 1),
    ]
}
