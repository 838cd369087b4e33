import Attribution

/// Names the page that a landing opened: its host and its path.
enum LandingPage {
    private static let lengthLimit = 200

    /// `clinic.example/offer`; of an address without a host, the part before its query.
    static func address(of url: String) -> String {
        let page = url.prefix { $0 != "?" && $0 != "#" }
        guard let host = Host(url: url), let scheme = page.firstRange(of: "://") else { return cut(page) }
        let path = page[scheme.upperBound...].drop { $0 != "/" }
        return cut(host.name + (path.isEmpty ? "/" : path))
    }

    private static func cut(_ text: some StringProtocol) -> String {
        let short = text.prefix(lengthLimit)
        return short.endIndex < text.endIndex ? short + "…" : String(short)
    }
}
