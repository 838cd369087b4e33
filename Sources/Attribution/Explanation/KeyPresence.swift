/// How a parameter stands in a URL.
enum KeyPresence: Equatable {
    case absent
    /// The key is there without a value; an empty first value is what counts.
    case empty
    case value(String)
    /// Only a key with other capitals is there, which the rules do not take for it.
    case otherCapitals(String)
}

extension QueryParameters {
    /// - Parameter spelling: how the rules in force want the key to be spelt.
    func presence(of key: String, under spelling: ParameterSpelling) -> KeyPresence {
        let isInAnyCase = spelling.ignoresCase(of: key)
        var otherwise: KeyPresence = .absent
        for pair in self where pair.key.equalsIgnoringCase(key) {
            if isInAnyCase || pair.key.equals(key) { return pair.value.isEmpty ? .empty : .value(pair.value.text) }
            if otherwise == .absent, !pair.value.isEmpty { otherwise = .otherCapitals(pair.key.text) }
        }
        return otherwise
    }
}
