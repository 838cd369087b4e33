/// A landing page as a line of a list names it.
enum LandingWords {
    /// The address without its scheme and its query: `www.clinic.example/botox`.
    static func page(_ address: String) -> String {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        return String(address[start...].prefix { $0 != "?" && $0 != "#" })
    }

    /// The address without its scheme, with the tags that tell one visit from another; as much as a line can show.
    static func address(_ address: String) -> String {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        let shown = address[start...].prefix { $0 != "#" }
        return shown.count > mostCharacters ? shown.prefix(mostCharacters) + "…" : String(shown)
    }

    private static let mostCharacters = 160
}
