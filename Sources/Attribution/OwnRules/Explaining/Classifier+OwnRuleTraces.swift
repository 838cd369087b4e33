extension Classifier {
    /// How each of the book's own rules fares with a landing, in the order of the list.
    public func ownRuleTraces(_ landing: Landing, ownDomains: OwnDomains) -> [OwnRuleTrace] {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue)
        let compiled = CompiledOwnRules(rules.ownRules)
        var subjects = OwnSubjects(landing, referrer: arrival.referrer?.name, for: compiled)
        return rules.ownRules.indices.map { compiled.trace(of: $0, in: &subjects) }
    }
}
