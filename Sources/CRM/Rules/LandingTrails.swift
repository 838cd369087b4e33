import Attribution
import Database

/// What visitors landed on before, read back as far as a page of a replay asks: once, however often they converted.
struct LandingTrails {
    private let connection: Connection
    private let account: AccountID
    private var trails: [VisitorID: Trail] = [:]
    /// How much has been judged, an ordinary landing counting as one.
    private(set) var work = 0

    private struct Trail {
        let until: Milliseconds
        var place: EarlierLandings.Place
        var landings: [EarlierLanding] = []
    }

    /// Whose landings from when on may be taken over, and in whose name.
    struct Question {
        let visitor: VisitorID
        let contact: ContactID
        let since: Milliseconds
        let until: Milliseconds
    }

    init(_ connection: Connection, _ account: AccountID) {
        self.connection = connection
        self.account = account
    }

    /// Reads the first page of every visitor at once.
    mutating func prepare(_ questions: [Question]) throws {
        for question in questions where (trails[question.visitor]?.until ?? .min) < question.until {
            trails[question.visitor] = trail(question)
        }
        let visitors = Array(Set(questions.map(\.visitor)))
        var places = visitors.compactMap { trails[$0]?.place }
        let pages = try EarlierLandings.pages(connection, &places)
        for (index, page) in pages.enumerated() {
            trails[places[index].visitor.key]?.place = places[index]
            trails[places[index].visitor.key]?.landings += page
        }
    }

    /// The newest landing that is not direct in the eyes of `isDirect`; nil where there is none.
    mutating func newest(_ question: Question, isDirect: (Landing) -> Bool) throws -> EarlierLanding? {
        var trail = trails[question.visitor] ?? trail(question)
        // One that converted later than its visitor's others is asked for first; if not, the walk begins anew.
        if trail.until < question.until { trail = self.trail(question) }
        defer { trails[question.visitor] = trail }
        var seen = 0
        var index = 0
        while seen < EarlierLandings.limit {
            if index == trail.landings.count, try !read(&trail) { return nil }
            guard index < trail.landings.count else { return nil }
            let landing = trail.landings[index]
            index += 1
            if landing.at < question.since { return nil }
            guard landing.at < question.until else { continue }
            seen += 1
            work += landing.weight
            if landing.contact == question.contact, !isDirect(landing.landing) { return landing }
        }
        return nil
    }

    /// Neither its beginning nor its length is bound: every conversion of the visitor has a window of its own.
    private func trail(_ question: Question) -> Trail {
        Trail(
            until: question.until,
            place: EarlierLandings.Place(
                Scoped(account, question.visitor), since: 0, until: question.until, limit: .max))
    }

    private func read(_ trail: inout Trail) throws -> Bool {
        guard !trail.place.isOver else { return false }
        var places = [trail.place]
        trail.landings += try EarlierLandings.pages(connection, &places).joined()
        trail.place = places[0]
        return true
    }
}

extension EarlierLanding {
    /// Long addresses take their time and their room.
    fileprivate var weight: Int { 1 + landing.url.utf8.count / 256 }
}
