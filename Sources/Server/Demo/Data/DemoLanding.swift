/// How a sample visit begins: on which page, with which tags, sent by whom.
struct DemoLanding: Sendable {
    static let site = "https://juniperandvale.example"

    var page: DemoPage
    /// Ready to stand in an address.
    var query = ""
    var referrer: String?

    var url: String { Self.site + page.rawValue + (query.isEmpty ? "" : "?\(query)") }
}

extension DemoLanding {
    /// Names and values as a query, spaces as `+`.
    static func query(_ pairs: KeyValuePairs<String, String>) -> String {
        pairs.map { "\($0)=\($1.replacing("|", with: "%7C").replacing(" ", with: "+"))" }.joined(separator: "&")
    }
}
