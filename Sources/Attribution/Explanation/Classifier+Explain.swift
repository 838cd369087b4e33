extension Classifier {
    /// The verdict on a landing, why each earlier rule did not apply, and the nearest changes.
    public func explain(_ landing: Landing, ownDomains: OwnDomains) -> Explanation {
        let verdict = classify(landing, ownDomains: ownDomains)
        return Explanation(
            verdict: verdict,
            steps: steps(to: verdict, of: landing, ownDomains: ownDomains),
            changes: nearestChanges(to: landing, from: verdict, ownDomains: ownDomains))
    }

    /// The smallest changes that give the landing another source than the verdict's, best first.
    public func nearestChanges(
        to landing: Landing, from verdict: Verdict, ownDomains: OwnDomains
    ) -> [NearestChange] {
        ChangeSearch(classifier: self, landing: landing, ownDomains: ownDomains, verdict: verdict).changes
    }
}
