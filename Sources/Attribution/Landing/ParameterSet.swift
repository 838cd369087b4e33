/// A set of known parameters, small enough to need no memory of its own.
struct ParameterSet: Sendable, Equatable {
    private var bits: UInt64 = 0

    init() {}

    init(_ parameters: [Parameter]) {
        for parameter in parameters { insert(parameter) }
    }

    func contains(_ parameter: Parameter) -> Bool { bits & Self.bit(parameter) != 0 }

    func isDisjoint(with other: ParameterSet) -> Bool { bits & other.bits == 0 }

    /// The first of the parameters, in the order in which `Parameter` lists them.
    func first(of wanted: ParameterSet) -> Parameter? {
        let common = bits & wanted.bits
        return common == 0 ? nil : Parameter(rawValue: UInt8(common.trailingZeroBitCount))
    }

    /// Adds the parameter and says whether it was new.
    @discardableResult
    mutating func insert(_ parameter: Parameter) -> Bool {
        let isNew = !contains(parameter)
        bits |= Self.bit(parameter)
        return isNew
    }

    private static func bit(_ parameter: Parameter) -> UInt64 { 1 << UInt64(parameter.rawValue) }
}

extension ParameterSet {
    /// The five tags whose presence makes a landing "tagged" (Rule 8).
    static let tags = ParameterSet(Parameter.tags)
    /// Rule 3 looks at these three of the five tags.
    static let campaignTags = ParameterSet([.utmSource, .utmMedium, .utmCampaign])
    static let searchAds = ParameterSet(Parameter.searchAds)
    static let extendedSearchAds = ParameterSet(Parameter.extendedSearchAds)
    static let socialAds = ParameterSet(Parameter.socialAds)
    static let extendedSocialAds = ParameterSet(Parameter.extendedSocialAds)
    /// What social platforms add to links shared there, ads or not (Rule 5a).
    static let sharedLinks = ParameterSet([.fbclid, .igshid, .igsh])
}

extension QueryParameters {
    /// The known parameters that have a value: of a repeated key the first value counts, even when it is empty.
    var present: ParameterSet {
        var seen = ParameterSet()
        var present = ParameterSet()
        for pair in self {
            guard let parameter = pair.parameter, seen.insert(parameter), !pair.value.isEmpty else { continue }
            present.insert(parameter)
        }
        return present
    }

    /// The values of all known parameters that have one, not yet decoded.
    var knownValues: [Parameter: EncodedText] {
        let pairs = lazy.compactMap { pair in pair.parameter.map { ($0, pair.value) } }
        return Dictionary(pairs) { first, _ in first }.filter { !$0.value.isEmpty }
    }

    /// The value of a known parameter, not yet decoded.
    func encodedValue(of parameter: Parameter) -> EncodedText? {
        first { $0.parameter == parameter }?.value
    }

    /// The value of a known parameter, where it has one.
    public subscript(parameter: Parameter) -> String? {
        guard let value = encodedValue(of: parameter), !value.isEmpty else { return nil }
        return value.text
    }
}
