import CRM
import Foundation

/// Which submissions a client asks for: by default those of the last month.
struct SubmissionListRequest {
    let query: SentFormQuery

    static let parameters: [APIParameter] = [
        .location, .optional("page", .integer(1...10_000_000), "From 1 on"),
        .optional("limit", .integer(1...100), "How many on a page, 20 when left out"),
        .optional("formId", .string), .optional("q", .string, "A contact's id, or words of a name, e-mail or phone"),
        .optional("startAt", .string, "The first day (YYYY-MM-DD, the account's time zone); a month ago when left out"),
        .optional("endAt", .string, "The last day; today when left out"),
    ]

    /// - Throws: `APIError.invalid`.
    init(_ form: FormBody, of account: Account, now: Milliseconds) throws(APIError) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: account.timeZone) ?? .gmt
        var problems: [String] = []
        func midnight(_ name: String, plus days: Int) -> Milliseconds? {
            guard let text = form[name]?.nonBlank else { return nil }
            guard let day = CalendarDate(text) else {
                problems.append("\(name) must be a day as YYYY-MM-DD")
                return nil
            }
            return calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day + days))
                .map { Milliseconds($0) }
        }
        let monthAgo = calendar.date(byAdding: .month, value: -1, to: calendar.startOfDay(for: now.date))
        let begin = midnight("startAt", plus: 0) ?? monthAgo.map { Milliseconds($0) } ?? 0
        // What arrives while the answer is made belongs to the first page.
        let end = midnight("endAt", plus: 1) ?? now + .day
        guard problems.isEmpty else { throw .invalid(problems) }
        var query = SentFormQuery(
            received: begin..<max(begin, end), page: form["page"].flatMap { Int($0) } ?? 1,
            limit: form["limit"].flatMap { Int($0) } ?? 20)
        query.formID = form["formId"]?.nonBlank
        query.words = form["q"]?.nonBlank
        self.query = query
    }
}
