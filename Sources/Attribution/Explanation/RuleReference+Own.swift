extension RuleReference {
    private static let ownPrefix = "own "

    /// - Parameter index: the place of an account's own rule in its list, which is counted from 1 for people.
    fileprivate init(own index: Int, name: String) {
        self.init(number: Self.ownPrefix + String(index + 1), name: name)
    }

    /// Whether this is a rule that the account wrote itself.
    public var isOwn: Bool {
        guard number.hasPrefix(Self.ownPrefix), let place = Int(number.dropFirst(Self.ownPrefix.count)) else {
            return false
        }
        return place > 0 && number == RuleReference(own: place - 1, name: name).number
    }

    /// The rule as it is cited before its reason: "Rule 2, Click ID of a search ad"; "Your rule “Podcast”".
    func spoken(capitalised: Bool) -> String {
        let text = isOwn ? "your rule “\(name)”" : "rule \(number), \(name)"
        return capitalised ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    /// The rule within a sentence: "rule 2", "your rule “Podcast”".
    var inSentence: String { isOwn ? "your rule “\(name)”" : "rule \(number)" }
}

extension OwnRule {
    /// How verdicts cite the own rule at a place of the list: "own 1" for the first.
    static func reference(at index: Int, name: String) -> RuleReference { RuleReference(own: index, name: name) }
}
