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
    /// - Parameter ignoringCase: whether the rules in force read the key in any case.
    func presence(of key: String, ignoringCase: Bool) -> KeyPresence {
        var otherwise: KeyPresence = .absent
        for pair in self where pair.key.equalsIgnoringCase(key) {
            if ignoringCase || pair.key.equals(key) { return pair.value.isEmpty ? .empty : .value(pair.value.text) }
            if otherwise == .absent, !pair.value.isEmpty { otherwise = .otherCapitals(pair.key.text) }
        }
        return otherwise
    }
}
