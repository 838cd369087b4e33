/// A landing page as a line of a list names it.
enum LandingWords {
    /// The address without its scheme and its query: `www.clinic.example/botox`.
    static func page(_ address: String) -> String {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        return String(address[start...].prefix { $0 != "?" && $0 != "#" })
    }
}
