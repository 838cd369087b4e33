import CRM

/// One cause for which events were not counted, in words.
struct RefusalLine {
    let label: String
    let meaning: String
    let lately: String
    let count: String

    init(_ refusal: RefusalCount) {
        label = refusal.cause?.label ?? "Another reason"
        meaning = refusal.cause?.meaning ?? "Counted by another version of this server."
        lately = Count.grouped(refusal.lately)
        count = Count.grouped(refusal.count)
    }
}

extension RefusalCause {
    fileprivate var label: String {
        switch self {
        case .originNotAllowed: "Other website"
        case .rateLimited: "Too many"
        case .overloaded: "Server busy"
        case .malformed: "Not understood"
        case .tooLarge: "Too large"
        case .unknownTrackingID: "Unknown tracking ID"
        case .crawler: "Crawler"
        case .headless: "Steered browser"
        case .prefetch: "Loaded ahead"
        case .referrerSpam: "Referrer spam"
        case .bot: "Robot"
        case .selfExcluded: "Your own visits"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .originNotAllowed: "It came from a website that is not among your domains; forms sent there are lost."
        case .rateLimited: "One address, or the whole account, sent more than people do; forms are sent again."
        case .overloaded: "The server could not keep up; forms are sent again."
        case .malformed: "The event could not be read."
        case .tooLarge: "The event was larger than 64 KiB."
        case .unknownTrackingID: "No account has this tracking ID."
        case .crawler: "A page view by a search engine, a link preview or another program that says it is one."
        case .headless: "A page view by a browser that a program steers: a test, a monitor, a scraper."
        case .prefetch: "A browser loaded the page before anybody asked to see it."
        case .referrerSpam: "A made-up visit, meant to show a website’s name in your reports."
        case .bot: "A page view by a program, counted before this server told the kinds apart."
        case .selfExcluded: "A page view by someone who asked not to be counted."
        }
    }
}
