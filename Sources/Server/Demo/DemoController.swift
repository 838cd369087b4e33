import Assets
import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// The sample website, and the page where a visitor chooses how to arrive at it. Only `headwater demo` serves it.
struct DemoController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let templates: Templates

    func addRoutes(to router: Router<WebContext>) {
        for page in DemoPage.allCases {
            router.get(RouterPath(page.address)) { _, _ in
                try templates.page(
                    page.template, PageModel(site: try await site().model, page: .init(title: page.title)))
            }
        }
        router.post("demo/thanks") { _, _ in Response.redirect(to: DemoPage.thanks.address, type: .normal) }
        router.get("demo/arrive", use: arrive)
        router.get("demo/made", use: made)
        let files = StaticFiles(.embedded, names: Self.files)
        for name in Self.files {
            router.get(RouterPath(name)) { request, _ in try files.response(name, to: request) }
        }
    }

    private static let files = Assets.embedded.names.filter { $0.hasPrefix("demo/") && !$0.hasSuffix(".mustache") }

    private struct PageModel: Sendable {
        let site: DemoSite.Model
        let page: Page

        struct Page: Sendable {
            let title: String
        }
    }

    private func site() async throws -> DemoSite {
        guard let site = try await DemoSite.find(in: crm) else { throw HTTPError(.notFound) }
        return site
    }

    private struct ArriveModel: Sendable {
        let site: DemoSite.Model
        let arrivals: [DemoArrival.Card]
    }

    private func arrive(_ request: Request, _ context: WebContext) async throws -> Response {
        let classifier = Classifier()
        let cards = DemoArrival.all.map { $0.card(origin: settings.publicURL.text, classifier: classifier) }
        return try templates.page("demo/arrive", ArriveModel(site: try await site().model, arrivals: cards))
    }

    private struct MadeModel: Sendable {
        let site: DemoSite.Model
        var page = PageModel.Page(title: "Your submission")
        let text: String
        let href: String
        let action: String
    }

    /// Leads from the event of a form that was sent to the contact it made, in the console.
    private func made(_ request: Request, _ context: WebContext) async throws -> Response {
        let site = try await site()
        let event = request.uri.queryParameters["event"].flatMap { EventID(String($0)) }
        switch try await outcome(of: event, site.account.id) {
        case .contact(let contact):
            return Response.redirect(to: site.paths.contact(contact), type: .normal)
        case .held(let reason):
            return try templates.page(
                "demo/made",
                MadeModel(
                    site: site.model,
                    text: "\(reason.text) So it waits for a person, and no contact is made until then.",
                    href: site.paths.submissions + "?status=held", action: "Look at it in the console"))
        case .unknown:
            return try templates.page(
                "demo/made",
                MadeModel(
                    site: site.model,
                    text: "This submission has not come in. Is a content blocker keeping the tracker away?",
                    href: site.paths.contacts, action: "See all contacts"))
        }
    }

    private enum Outcome {
        case contact(ContactID)
        case held(HeldReason)
        case unknown
    }

    /// The browser may be faster than the tracker's request, so it is looked for a few times.
    private func outcome(of event: EventID?, _ account: AccountID) async throws -> Outcome {
        guard let event else { return .unknown }
        for attempt in 0..<10 {
            if attempt > 0 { try await Task.sleep(for: .milliseconds(200)) }
            // A demo has few writers: what was sent a moment ago is among the newest.
            let newest = try await crm.submissions.page(account, SubmissionQuery(limit: 200)).submissions
            guard let found = newest.first(where: { $0.event == event }) else { continue }
            if let contact = found.contact { return .contact(contact) }
            if let reason = found.heldReason { return .held(reason) }
        }
        return .unknown
    }
}
