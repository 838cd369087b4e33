import Attribution
import CRM

/// Which contacts a list shows, as its address says it: the list, its pages and its export agree because they read this.
struct ContactFilter: Equatable {
    var search: String?
    var first: Source?
    var latest: Source?
    var tag: String?
    /// Contact Source.
    var source: String?
    /// The days on which contacts were added, in the account's time zone; both are among them.
    var from: CalendarDate?
    var to: CalendarDate?
    var attribution = AttributionFilter()
    var needsReview = false
    var start: ContactQuery.Start?
    /// The number of the first contact on the page, counted from 1: only for the eye.
    var position = 1

    static let pageSize = 50

    init() {}

    /// What is not understood is left out: an old bookmark shows more, never an error.
    init(_ query: FormBody) {
        search = query.text("q").map { String($0.prefix(200)) }
        first = query.text("first").flatMap(Source.init(spelling:))
        latest = query.text("latest").flatMap(Source.init(spelling:))
        tag = query.text("tag").map { String($0.prefix(200)) }
        source = query.text("source").map { String($0.prefix(200)) }
        from = query.text("from").flatMap { CalendarDate($0) }
        to = query.text("to").flatMap { CalendarDate($0) }
        attribution = AttributionFilter(query)
        needsReview = query.text("review") == "1"
        position = query.text("at").flatMap(Int.init).map { min(max($0, 1), 1_000_000_000) } ?? 1
        if let cursor = query.text("older").flatMap(ContactCursor.init(text:)) {
            start = .olderThan(cursor)
        } else if let cursor = query.text("newer").flatMap(ContactCursor.init(text:)) {
            start = .newerThan(cursor)
        } else {
            position = 1
        }
    }

    /// - Parameter clock: of the account, whose days are meant.
    func query(_ clock: AccountClock) -> ContactQuery {
        var query = ContactQuery(limit: Self.pageSize)
        query.search = search
        query.firstSource = first
        query.latestSource = latest
        query.tag = tag
        query.needsReview = needsReview
        query.start = start
        let conditions = attribution.conditions + ownConditions(clock)
        query.condition = conditions.isEmpty ? nil : .all(conditions)
        return query
    }

    private func ownConditions(_ clock: AccountClock) -> [ContactCondition] {
        let days = SearchRange(
            from: from.map { SearchRange.Bound(.moment(clock.start(of: $0))) },
            to: to.map { SearchRange.Bound(.moment(clock.end(of: $0)), isIncluded: false) })
        return [
            source.map { AttributionFilter.condition(.contactSource, $0) },
            days == SearchRange() ? nil : .test(ContactTest(.createdAt, .range(days))),
        ].compactMap { $0 }
    }

    var isEmpty: Bool { parameters.isEmpty }

    /// The filters, without the place in the list.
    var parameters: [(name: String, value: String)] {
        [
            ("q", search), ("first", first?.rawValue), ("latest", latest?.rawValue), ("tag", tag), ("source", source),
            ("from", from?.rawValue), ("to", to?.rawValue), ("review", needsReview ? "1" : nil),
        ].compactMap { name, value in value.map { (name, $0) } } + attribution.parameters
    }

    /// The address of a page that shows these contacts from the newest.
    func path(_ base: String) -> ConsolePath {
        parameters.reduce(ConsolePath(base)) { $0.with($1.name, $1.value) }
    }

    /// The filter without the part of this name.
    func without(_ name: String) -> ContactFilter {
        var filter = self
        switch name {
        case "q": filter.search = nil
        case "first": filter.first = nil
        case "latest": filter.latest = nil
        case "tag": filter.tag = nil
        case "source": filter.source = nil
        case "from": filter.from = nil
        case "to": filter.to = nil
        case "review": filter.needsReview = false
        default: filter.attribution = attribution.without(name)
        }
        return filter
    }
}

extension ContactCursor {
    /// `1795323400000-0abc…`, as an address carries it.
    var text: String { "\(createdAt)-\(id)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let createdAt = Milliseconds(String(parts[0])), parts[1].utf8.count <= 100 else {
            return nil
        }
        self.init(createdAt: createdAt, id: ContactID(rawValue: String(parts[1])))
    }
}
