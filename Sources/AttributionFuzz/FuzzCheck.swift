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
            if let found = contradiction(in: input.landing, book, own, isThorough: isThorough) { return found }
        }
        return nil
    }

    private static func contradiction(
        in landing: Landing, _ book: RuleBook, _ own: OwnDomains, isThorough: Bool
    ) -> String? {
        let classifier = Classifier(book)
        let decision = classifier.decide(landing, ownDomains: own)
        let verdict = classifier.classify(landing, ownDomains: own)
        if decision.rule != verdict.rule || decision.source != verdict.source {
            return "deciding says rule \(decision.rule.number), the verdict rule \(verdict.rule.number)"
        }
        if verdict.evidence.isEmpty || verdict.sentence.isEmpty { return "a verdict without evidence or words" }
        guard isThorough else { return nil }
        if classifier.classify(landing, ownDomains: own) != verdict { return "two verdicts on one landing" }
        let explanation = classifier.explain(landing, ownDomains: own)
        if explanation.verdict != verdict { return "the explanation is of another verdict" }
        if explanation.steps.last?.applies != true { return "the explanation does not end with the rule that applies" }
        if explanation.changes.contains(where: { $0.source == verdict.source }) {
            return "a change that changes nothing"
        }
        return nil
    }
}
