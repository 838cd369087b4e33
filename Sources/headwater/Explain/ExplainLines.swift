import Attribution
import Foundation

/// Answers every line of standard input with one line, in order, in constant memory.
struct ExplainLines {
    private let defaults: LandingLine
    /// Without those under which the own rules cannot stand.
    private let classifiers: [RuleSet: Classifier]
    /// To say why takes many times as long as to say what.
    private let saysWhy: Bool
    private let decoder = JSONDecoder()

    private static let longestLine = 1 << 20
    private static let outputChunk = 1 << 16

    init(defaults: LandingLine, rules: RuleFile?, saysWhy: Bool) {
        self.defaults = defaults
        self.saysWhy = saysWhy
        let fitting = RuleSet.allCases.filter { rules?.misfit(with: $0) == nil }
        classifiers = Dictionary(
            uniqueKeysWithValues: fitting.map { ($0, Classifier(rules?.book(under: $0) ?? RuleBook($0))) })
    }

    func run() throws {
        var lines = InputLines(longest: Self.longestLine)
        var output = JSONWriter()
        while let line = lines.next() {
            do {
                try answer(line, to: &output)
            } catch {
                output.line(error)
            }
            // Whoever writes one line and waits gets its answer before the next read blocks.
            if output.bytes.count >= Self.outputChunk || !lines.hasMore {
                try StandardOutput.write(Data(output.bytes))
                output.removeAll()
            }
        }
    }

    /// - Parameter line: nil for one that was too long to be kept.
    private func answer(_ line: Data?, to output: inout JSONWriter) throws(LineRefusal) {
        guard let line else { throw .tooLong }
        guard let given = try? decoder.decode(LandingLine.self, from: line) else { throw .malformed }
        let wanted = given.filled(from: defaults)
        guard let url = wanted.url else { throw .noURL }
        guard let ruleSet = RuleSet(rawValue: wanted.ruleset ?? "") else { throw .unknownRuleSet }
        guard let classifier = classifiers[ruleSet] else { throw .rulesDoNotFit }
        let landing = Landing(url: url, referrer: wanted.referrer, userAgent: wanted.userAgent)
        guard landing.isWebPage else { throw .noWebPage }
        let ownDomains = OwnDomains(wanted.ownDomains ?? [])
        if saysWhy {
            output.line(classifier.explain(landing, ownDomains: ownDomains), saysWhy: true)
        } else {
            output.line(classifier.classify(landing, ownDomains: ownDomains))
        }
    }
}
