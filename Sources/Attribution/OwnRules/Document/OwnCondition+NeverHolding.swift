/// What no landing can ever fulfil is refused: a rule that was mistyped would catch nothing, and say nothing.
extension OwnCondition {
    static func problem(key: String) -> String? {
        guard let found = key.unicodeScalars.first(where: { "=&?#".unicodeScalars.contains($0) || $0.isWhiteSpace })
        else { return nil }
        let name = key.drop { "?&#".contains($0) || $0.isWhitespace }.prefix { !"=&?#".contains($0) }
        let text = String(name).trimmingSpaces
        let isName = !text.isEmpty && !text.unicodeScalars.contains(where: \.isWhiteSpace)
        let advice = isName ? ": write \(text.quoted)" : ""
        let value = found == "=" ? ", and what it is compared with as the value" : ""
        return "must be a parameter’s name alone, without \(found.words)\(advice)\(value)"
    }

    /// Where the value is one that the subject never has.
    var valueProblem: String? {
        guard !value.trimmingSpaces.isEmpty else { return nil }
        switch subject {
        case .referrerHost, .landingHost: return hostProblem
        case .landingPath: return pathProblem
        case .parameter, .userAgent: return nil
        }
    }

    private var hostProblem: String? {
        // An IPv6 address keeps its brackets and its colons.
        let isAddress = value.hasPrefix("[") && value.hasSuffix("]")
        guard comparison != .matches, comparison != .present,
            let found = value.unicodeScalars.first(where: { $0 == "/" || ($0 == ":" && !isAddress) || $0.isWhiteSpace })
        else { return nil }
        let name = Host(url: value)?.name ?? Self.leadingName(of: value)
        let advice = name.isEmpty ? "" : ": write \(name.quoted)"
        return "must be a host’s name alone, without \(found.words)\(advice)"
    }

    private var pathProblem: String? {
        guard comparison == .equals || comparison == .startsWith, !value.hasPrefix("/") else { return nil }
        let path = value.contains("://") ? Landing(url: value.trimmingSpaces).path ?? "/" : "/" + value.trimmingSpaces
        return "must begin with a slash, as every path does: write \(path.quoted)"
    }

    /// What stands before a port or a path: `example.com` of `example.com/page`.
    private static func leadingName(of value: String) -> String {
        String(value.trimmingSpaces.prefix { $0 != "/" && $0 != ":" && !$0.isWhitespace })
    }
}

extension Unicode.Scalar {
    fileprivate var isWhiteSpace: Bool { properties.isWhitespace }

    /// A character as a sentence names it.
    fileprivate var words: String { isWhiteSpace ? "white space" : "“\(self)”" }
}
