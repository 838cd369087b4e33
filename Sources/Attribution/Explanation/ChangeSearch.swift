/// Tries small changes to a landing, and keeps those that give it another source.
struct ChangeSearch {
    let classifier: Classifier
    let landing: Landing
    let ownDomains: OwnDomains
    /// On the landing as it is.
    let verdict: Verdict
    let url: EditableURL

    /// What a person would still weigh against each other.
    private static let resultLimit = 4
    /// A hostile landing must not be judged any number of times.
    private static let correctionLimit = 32

    init(classifier: Classifier, landing: Landing, ownDomains: OwnDomains, verdict: Verdict) {
        self.classifier = classifier
        self.landing = landing
        self.ownDomains = ownDomains
        self.verdict = verdict
        url = EditableURL(landing.url)
    }

    /// The changes that give another source: what mends something before what is left out, small before large.
    var changes: [NearestChange] {
        let edits: [LandingEdit] =
            Array(corrections.prefix(Self.correctionLimit)) + additions + switchedRuleSet + removals
        return
            edits.compactMap(change)
            // Sorting is stable: what was tried first stays first among equals.
            .sorted { $0.place < $1.place }
            .map(\.change)
            .reduce(into: []) { kept, change in
                let isSaid = kept.contains { $0.text == change.text || $0.isSameEdit(as: change) }
                if !isSaid, kept.count < Self.resultLimit { kept.append(change) }
            }
    }

    private func change(_ edit: LandingEdit) -> (change: NearestChange, place: (NearestChange.Kind, Int, Int))? {
        let book = classifier.rules
        let judge =
            edit.ruleSet == book.ruleSet
            ? classifier
            : Classifier(RuleBook(edit.ruleSet, ownRules: book.ownRules), catalogue: classifier.catalogue)
        guard judge.decide(edit.landing, ownDomains: ownDomains).source != verdict.source else { return nil }
        let changed = judge.classify(edit.landing, ownDomains: ownDomains)
        let change = NearestChange(edit, giving: changed)
        return (change, (change.kind, edit.isOutOfReach ? 1 : 0, edit.size(from: landing)))
    }

    /// The same landing under the other rules, unless these have no place for one of the account's own.
    private var switchedRuleSet: [LandingEdit] {
        let other: RuleSet = ruleSet == .classic ? .extended : .classic
        let places = other.placesOfOwnRules
        guard classifier.rules.ownRules.allSatisfy({ $0.after.map(places.contains) ?? true }) else { return [] }
        let edit = LandingEdit(
            action: .switchRuleSet, parameter: nil, from: ruleSet.rawValue, to: other.rawValue, landing: landing,
            ruleSet: other)
        return [edit]
    }
}

extension NearestChange {
    fileprivate func isSameEdit(as other: NearestChange) -> Bool {
        landing == other.landing && ruleSet == other.ruleSet
    }
}

extension ChangeSearch {
    var ruleSet: RuleSet { classifier.rules.ruleSet }

    /// The first parameter under a key, spelt as the rules in force want it.
    func pair(_ key: String) -> EditableURL.Pair? { url.pairs.first { isKey($0.key, key) } }

    func isKey(_ written: String, _ key: String) -> Bool { ruleSet.spelling.reads(written, as: key) }

    /// An edit of the URL under the rules in force.
    func edit(
        _ action: LandingEdit.Action, _ parameter: String?, from: String?, to: String?, url: String
    ) -> LandingEdit {
        var edited = landing
        edited.url = url
        return LandingEdit(action: action, parameter: parameter, from: from, to: to, landing: edited, ruleSet: ruleSet)
    }

    func correctingValue(of pair: EditableURL.Pair, to value: String) -> LandingEdit {
        edit(
            .correctValue, pair.key, from: pair.value, to: value, url: url.replacingValue(of: pair, with: value))
    }
}
