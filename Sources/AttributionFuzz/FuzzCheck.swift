import Attribution

/// What must hold of every input, besides that the process goes on.
enum FuzzCheck {
    /// What does not hold, in a sentence.
    static func contradiction(in input: FuzzInput, isThorough: Bool) -> String? {
        let own = OwnDomains([input.ownDomain])
        var books = [RuleBook.classic, .extended]
        switch RuleBookDocument.read(input.document) {
        case .success(let document):
            if (try? RuleBookDocument.read(Array(document.json.utf8)).get()) != document {
                return "a rule book is another after it was written and read"
            }
            books.append(document.book(revision: 1))
        case .failure(let problems):
            if problems.description.isEmpty { return "a rule book is refused without a reason" }
        }
        for book in books {
            let classifier = Classifier(book)
            if let found = contradiction(between: input.rawURL, and: input.landing, classifier, own) { return found }
            if let found = contradiction(in: input.landing, classifier, own, isThorough: isThorough) { return found }
        }
        return nil
    }

    /// Bytes that are no UTF-8 are decided on as the text that is made from them.
    private static func contradiction(
        between rawURL: [UInt8], and landing: Landing, _ classifier: Classifier, _ own: OwnDomains
    ) -> String? {
        // Repairing a text makes it longer, so that the limit on what is read cuts elsewhere.
        guard landing.url.utf8.count <= 8_192 else { return nil }
        let referrer = landing.referrer ?? ""
        let userAgent = landing.userAgent ?? ""
        let raw = classifier.decide(
            url: rawURL.span, referrer: referrer.utf8.span, userAgent: userAgent.utf8.span, ownDomains: own)
        let decision = classifier.decide(landing, ownDomains: own)
        if raw.rule == decision.rule, raw.source == decision.source { return nil }
        return "the bytes say rule \(raw.rule.number), the text rule \(decision.rule.number)"
    }

    private static func contradiction(
        in landing: Landing, _ classifier: Classifier, _ own: OwnDomains, isThorough: Bool
    ) -> String? {
        let verdict = classifier.classify(landing, ownDomains: own)
        if verdict.sentence.isEmpty { return "a verdict without words" }
        if let found = gap(in: verdict) { return found }
        guard isThorough else { return nil }
        if classifier.classify(landing, ownDomains: own) != verdict { return "two verdicts on one landing" }
        return contradiction(in: classifier.explain(landing, ownDomains: own), of: verdict)
    }

    /// Rules look at bytes, evidence at decoded texts: what one finds and the other does not leaves a gap.
    private static func gap(in verdict: Verdict) -> String? {
        if verdict.evidence.isEmpty { return "a verdict without evidence" }
        if verdict.evidence.contains(where: { $0.kind != .absence && $0.value?.isEmpty != false }) {
            return "rule \(verdict.rule.number) rests on evidence that holds nothing"
        }
        if ["4a", "5b", "6a"].contains(verdict.rule.number), verdict.platform == nil {
            return "rule \(verdict.rule.number) names no site"
        }
        return nil
    }

    private static func contradiction(in explanation: Explanation, of verdict: Verdict) -> String? {
        if explanation.verdict != verdict { return "the explanation is of another verdict" }
        if explanation.steps.last?.applies != true { return "the explanation does not end with the rule that applies" }
        if explanation.changes.contains(where: { $0.source == verdict.source }) {
            return "a change that changes nothing"
        }
        return nil
    }
}
