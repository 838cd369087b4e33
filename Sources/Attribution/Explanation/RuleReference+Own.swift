extension RuleReference {
    /// Whether this is a rule that the account wrote itself.
    public var isOwn: Bool { number.hasPrefix("own ") }

    /// The rule as it is cited before its reason: "Rule 2, Click ID of a search ad"; "Your rule “Podcast”".
    func spoken(capitalised: Bool) -> String {
        let text = isOwn ? "your rule “\(name)”" : "rule \(number), \(name)"
        return capitalised ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    /// The rule within a sentence: "rule 2", "your rule “Podcast”".
    var inSentence: String { isOwn ? "your rule “\(name)”" : "rule \(number)" }
}
