extension Classifier {
    /// What a person should know beside the verdict, first what is plainly wrong.
    func notes(on arrival: Arrival, _ decision: Decision) -> [Note] {
        let misses = NearMisses(arrival: arrival, ruleSet: rules.ruleSet)
        return misses.selfReferral + misses.unreadableReferrer + taggingNotes(misses, decision)
    }

    /// What is wrong with the tags alone.
    func taggingNotes(on arrival: Arrival, _ decision: Decision) -> [Note] {
        taggingNotes(NearMisses(arrival: arrival, ruleSet: rules.ruleSet), decision)
    }

    private func taggingNotes(_ misses: NearMisses, _ decision: Decision) -> [Note] {
        let slips = misses.placeholders + misses.misspeltKeys
        // An account that wrote a rule for these tags means them as they are.
        guard let rule = decision.builtIn else { return slips }
        let advice = TaggingAdvice(arrival: misses.arrival, ruleSet: rules.ruleSet)
        if decision.source.isPaid { return slips + (rule == .taggedOnGoogle ? advice.taggedOnGoogle : []) }
        return slips + misses.nearlyAnAdTag + advice.uncountedClickIDs + advice.paidMedium
            + (rule == .remainder ? advice.unknownTag : [])
    }
}
