/// A set of known parameters, small enough to need no memory of its own.
struct ParameterSet: Sendable, Equatable {
    private var bits: UInt32 = 0

    func contains(_ parameter: Parameter) -> Bool { bits & Self.bit(parameter) != 0 }

    /// Adds the parameter and says whether it was new.
    @discardableResult
    mutating func insert(_ parameter: Parameter) -> Bool {
        let isNew = !contains(parameter)
        bits |= Self.bit(parameter)
        return isNew
    }

    private static func bit(_ parameter: Parameter) -> UInt32 { 1 << parameter.rawValue }
}

extension QueryParameters {
    /// The known parameters that have a value: of a repeated key the first value counts, even when it is empty.
    var present: ParameterSet {
        var seen = ParameterSet()
        var present = ParameterSet()
        for pair in self {
            guard let parameter = Parameter(key: pair.key), seen.insert(parameter), !pair.value.isEmpty else {
                continue
            }
            present.insert(parameter)
        }
        return present
    }

    /// The values of all known parameters that have one, not yet decoded.
    var knownValues: [Parameter: EncodedText] {
        let pairs = lazy.compactMap { pair in Parameter(key: pair.key).map { ($0, pair.value) } }
        return Dictionary(pairs) { first, _ in first }.filter { !$0.value.isEmpty }
    }

    /// The value of a known parameter, not yet decoded.
    func encodedValue(of parameter: Parameter) -> EncodedText? {
        first { $0.key.equals(parameter.key) }?.value
    }

    /// The value of a known parameter, where it has one.
    public subscript(parameter: Parameter) -> String? {
        guard let value = encodedValue(of: parameter), !value.isEmpty else { return nil }
        return value.text
    }
}
