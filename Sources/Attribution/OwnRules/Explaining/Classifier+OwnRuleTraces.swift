extension Classifier {
    /// How each of the book's own rules fares with a landing, in the order of the list.
    public func ownRuleTraces(_ landing: Landing, ownDomains: OwnDomains) -> [OwnRuleTrace] {
        let referrer = Referrer(of: landing, ownDomains: ownDomains)
        var subjects = OwnSubjects(landing, referrer: referrer?.name, for: ownRules)
        return rules.ownRules.indices.map { ownRules.trace(of: $0, in: &subjects) }
    }
}
