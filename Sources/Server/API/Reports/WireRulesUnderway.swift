import CRM

/// Rules that not all of the figures of an answer speak by yet.
struct WireRulesUnderway: Encodable {
    let since: String
    let done: Double

    init(_ rules: RulesUnderway) {
        since = rules.since.iso8601
        done = rules.share
    }
}
