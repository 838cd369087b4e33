import Attribution

/// A way to reach the sample website, as a card of the page "Arrive as…" offers it.
struct DemoArrival: Sendable {
    let name: String
    let said: String
    let page: DemoPage
    var query = ""
    /// What the browser would send; nil for none.
    var referrer: String?

    static let all: [DemoArrival] = [
        DemoArrival(
            name: "Google ad", said: "A click on an ad that carries the Google template and a click ID.",
            page: .firstVisit,
            query: "utm_source=adwords&utm_medium=Softer+lines+same+face&utm_campaign=Wrinkle+Relaxers+%7C+Fairhaven"
                + "&utm_content=Frown+lines&utm_keyword=wrinkle+relaxer+near+me&utm_matchtype=p"
                + "&campaign_id=21408833117&ad_group_id=163320114578&ad_id=702911845530&gclid=EAIaIQobChMIdemo0click",
            referrer: "https://www.google.com/"),
        DemoArrival(
            name: "Bing search", said: "An unpaid result, found by somebody who looks for laser.",
            page: .laserHairRemoval, referrer: "https://www.bing.com/"),
        DemoArrival(
            name: "Instagram post", said: "The link in the profile, without any tag.", page: .home,
            referrer: "https://l.instagram.com/"),
        DemoArrival(
            name: "Meta ad", said: "A sponsored story that carries the Meta template.", page: .winterGlow,
            query:
                "utm_source=fb_ad&utm_medium=Women+28-45+Fairhaven&utm_campaign=Winter+Glow&utm_content=Story+-+Tomas"
                + "&campaign_id=120214407731880456&fbclid=IwAR0demo0click",
            referrer: "https://l.facebook.com/"),
        DemoArrival(
            name: "Partner site", said: "A bridal studio in town recommends the spa.", page: .facials,
            referrer: "https://fairhavenbridal.example/beauty"),
        DemoArrival(
            name: "AI assistant", said: "An answer of ChatGPT names the spa and links to it.", page: .microneedling,
            query: "utm_source=chatgpt.com", referrer: "https://chatgpt.com/"),
        DemoArrival(
            name: "Text message", said: "A tagged link in an SMS; no website sends the visitor.", page: .winterGlow,
            query: "utm_source=sms&utm_medium=text&utm_campaign=winter-reminder"),
        DemoArrival(name: "Typed address", said: "Somebody remembers the name and types it.", page: .home),
        DemoArrival(
            name: "Tag with a typo",
            said: "An ad whose template says utm_souce: see what the note in the console makes of it.",
            page: .firstVisit, query: "utm_souce=adwords&utm_content=Frown+lines", referrer: "https://www.google.com/"),
    ]

    var href: String { query.isEmpty ? page.address : "\(page.address)?\(query)" }

    struct Card: Sendable {
        let name: String
        let said: String
        let href: String
        let referrer: String
        let from: String
        let source: String
        let rule: String
    }

    /// The card, with what the rules say of the landing.
    ///
    /// - Parameter origin: the address of this server.
    func card(origin: String, classifier: Classifier) -> Card {
        let verdict = classifier.classify(Landing(url: origin + href, referrer: referrer), ownDomains: OwnDomains([]))
        return Card(
            name: name, said: said, href: href, referrer: referrer ?? "",
            from: verdict.referringHost ?? "no website", source: verdict.source.label, rule: verdict.rule.number)
    }
}
