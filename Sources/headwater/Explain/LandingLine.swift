/// One landing of the input; what a line leaves out is taken from the options.
struct LandingLine: Decodable {
    var url: String?
    var referrer: String?
    var userAgent: String?
    var ruleset: String?
    var ownDomains: [String]?

    func filled(from defaults: LandingLine) -> LandingLine {
        LandingLine(
            url: url ?? defaults.url, referrer: referrer ?? defaults.referrer,
            userAgent: userAgent ?? defaults.userAgent, ruleset: ruleset ?? defaults.ruleset,
            ownDomains: ownDomains ?? defaults.ownDomains)
    }
}
