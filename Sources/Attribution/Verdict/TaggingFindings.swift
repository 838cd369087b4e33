/// What is wrong with the tags of a landing, for counting over many landings.
///
/// They are the notes that a verdict on the landing would carry, without the rest of the verdict: a landing without a
/// query costs next to nothing, one that is tagged well little more than deciding on it.
public enum TaggingFindings {
    /// - Parameter classifier: judges by the rules in force; under extended ones there is less to find.
    public static func findings(on landing: Landing, ownDomains: OwnDomains, by classifier: Classifier) -> [Note] {
        // A query, and in a single-page app the query within a fragment, begins with a question mark.
        guard landing.url.utf8.contains(UInt8(ascii: "?")) else { return [] }
        // Who sent the visitor is no matter of tags, and what decides about it knows the whole landing.
        let arrival = Arrival(
            Landing(url: landing.url), ownDomains: ownDomains, catalogue: classifier.catalogue,
            keys: classifier.rules.ruleSet.spelling)
        return classifier.taggingNotes(on: arrival, classifier.decide(landing, ownDomains: ownDomains))
    }
}
