import CRM
import Foundation

/// Which opportunities a client asks for in a query, in the spellings of both versions.
struct OpportunityListRequest {
    private(set) var query: OpportunityQuery
    let page: Int
    /// Filters by what Headwater has none of: nothing can match.
    let findsNothing: Bool
    let details: OpportunityExtras
    private let items: [URLQueryItem]

    static let parameters: [APIParameter] =
        [
            .location,
            .optional("location_id", .string, "The account, as version 2021-07-28 spells it"),
            .optional(
                "q", .string(of: 0...200), "Beginnings of words in its name, or of its contact's name, e-mail, phone"),
            .optional("status", .choice(Opportunity.Status.allCases.map(\.rawValue) + ["all"])),
            .optional("id", .string), .optional("campaignId", .string, "Headwater has no campaigns: finds nothing"),
            .optional("country", .string, "Of the contact, as it is written there"),
            .optional("order", .choice(OpportunityOrder.apiNames), "added_desc unless given"),
            .optional("date", .string, "Created on this day of the account's time zone or later: mm-dd-yyyy"),
            .optional("endDate", .string, "Created on this day or earlier: mm-dd-yyyy"),
            .optional("limit", .integer(1...100), "How many on a page, 20 unless given"),
            .optional("page", .integer(1...1_000), "From 1 on; a cursor reaches further and costs less"),
            .optional("startAfter", .string, "`meta.startAfter` of the page before"),
            .optional("startAfterId", .string, "`meta.startAfterId` of the page before"),
            .optional("getTasks", .boolean), .optional("getNotes", .boolean),
            .optional("getCalendarEvents", .boolean, "Headwater has no calendars: the list is empty"),
        ] + filters.flatMap { [.optional($0.v3, .string), .optional($0.v2, .string)] }

    private static let filters: [(v3: String, v2: String)] = [
        ("pipelineId", "pipeline_id"), ("pipelineStageId", "pipeline_stage_id"), ("contactId", "contact_id"),
        ("assignedTo", "assigned_to"),
    ]

    /// - Throws: `APIError.invalid`.
    init(_ form: FormBody, of account: Account) throws(APIError) {
        func value(_ name: String) -> String? { form[name]?.nonBlank }
        func filter(_ index: Int) -> String? { value(Self.filters[index].v3) ?? value(Self.filters[index].v2) }
        var query = OpportunityQuery(limit: value("limit").flatMap { Int($0) } ?? 20)
        query.search = value("q")
        query.id = value("id").map(OpportunityID.init(rawValue:))
        query.pipeline = filter(0).map(PipelineID.init(rawValue:))
        query.stage = filter(1).map(StageID.init(rawValue:))
        query.contact = filter(2).map(ContactID.init(rawValue:))
        query.assignedTo = filter(3).map(UserID.init(rawValue:))
        query.status = value("status").flatMap(Opportunity.Status.init(rawValue:))
        query.country = value("country")
        query.order = value("order").flatMap(OpportunityOrder.init(apiName:)) ?? .newest
        query.created = try Self.days(value("date"), value("endDate"), account)
        page = value("page").flatMap { Int($0) } ?? 1
        if value("startAfterId") == nil, value("startAfter") == nil { query.offset = (page - 1) * query.limit }
        self.query = query
        findsNothing = value("campaignId") != nil
        details = OpportunityExtras(
            notes: value("getNotes") == "true", tasks: value("getTasks") == "true",
            events: value("getCalendarEvents") == "true")
        items = form.names.filter { !["page", "startAfter", "startAfterId"].contains($0) }.compactMap { name in
            value(name).map { URLQueryItem(name: name, value: $0) }
        }
    }

    mutating func start(after cursor: OpportunityCursor?) { query.after = cursor }

    /// The moments from the beginning of one day to the end of another.
    private static func days(
        _ first: String?, _ last: String?, _ account: Account
    ) throws(APIError) -> Range<Milliseconds>? {
        guard first != nil || last != nil else { return nil }
        var problems: [String] = []
        func midnight(_ text: String?, _ name: String, plus days: Int) -> Milliseconds? {
            guard let text else { return nil }
            guard let day = CalendarDate(text) else {
                problems.append("\(name) must be a day as mm-dd-yyyy")
                return nil
            }
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: account.timeZone) ?? .gmt
            return calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day + days))
                .map { Milliseconds($0) }
        }
        let begin = midnight(first, "date", plus: 0) ?? 0
        let end = midnight(last, "endDate", plus: 1) ?? .max
        guard problems.isEmpty else { throw .invalid(problems) }
        return begin..<max(begin, end)
    }

    /// The address of the page that follows.
    func url(after cursor: OpportunityCursor, _ publicURL: PublicURL) -> String {
        var parts = URLComponents()
        parts.queryItems =
            items + [
                URLQueryItem(name: "startAfter", value: cursor.text),
                URLQueryItem(name: "startAfterId", value: cursor.id.rawValue),
            ]
        // A plus sign would be read as a space.
        let encoded = (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
        return "\(publicURL)/opportunities/search?\(encoded)"
    }
}

extension OpportunityOrder {
    /// `added_asc`, `added_desc`, `name_asc`, …
    static let apiNames = Key.allCases.flatMap { ["\($0.rawValue)_asc", "\($0.rawValue)_desc"] }

    init?(apiName: String) {
        let parts = apiName.split(separator: "_")
        guard parts.count == 2, let key = Key(rawValue: String(parts[0])) else { return nil }
        self.init(key, isDescending: parts[1] == "desc")
    }
}
