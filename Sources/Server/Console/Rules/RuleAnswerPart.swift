import Attribution

/// The answer of the test box alone, as the script asks for it while somebody types.
struct RuleAnswerPart: ConsolePage {
    static let template = "console/rule-answer"

    let answer: RuleAnswer?
    let problem: String?

    /// - Parameter classifier: nil when there is no draft and it was asked for.
    init(_ form: RuleTestForm, _ classifier: Classifier, ownDomains: OwnDomains) {
        guard !form.url.isEmpty else {
            answer = nil
            problem = nil
            return
        }
        guard let landing = form.landing else {
            answer = nil
            problem = "Paste the whole address of the page, with its https:// in front."
            return
        }
        answer = RuleAnswer(
            classifier.explain(landing, ownDomains: ownDomains),
            traces: classifier.ownRuleTraces(landing, ownDomains: ownDomains), of: classifier.rules)
        problem = nil
    }
}
