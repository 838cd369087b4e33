import CRM

extension TaggingPeriod {
    private static let parameter = "days"
    private static let usual = TaggingPeriod.month

    /// The period that an address asks for: the usual one when it asks for none that there is.
    init(_ query: FormBody) {
        self = query.text(Self.parameter).flatMap { Int($0) }.flatMap(TaggingPeriod.init(rawValue:)) ?? Self.usual
    }

    func path(_ path: String) -> String {
        ConsolePath(path).with(Self.parameter, self == Self.usual ? nil : String(days)).text
    }

    /// `the last 30 days`
    var name: String { "the last \(days) days" }
}
