import Attribution
import Foundation

/// Answers every line of standard input with one line, in order, in constant memory.
struct ExplainLines {
    private let defaults: LandingLine
    private let classifiers: [String: Classifier]
    private let decoder = JSONDecoder()

    private static let longestLine = 1 << 20
    private static let outputChunk = 1 << 16

    init(defaults: LandingLine) {
        self.defaults = defaults
        classifiers = Dictionary(uniqueKeysWithValues: RuleSet.allCases.map { ($0.rawValue, Classifier(RuleBook($0))) })
    }

    func run() throws {
        var lines = InputLines(longest: Self.longestLine)
        var output = JSONWriter()
        while let line = lines.next() {
            do {
                output.line(try verdict(on: line))
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
    private func verdict(on line: Data?) throws(LineRefusal) -> Verdict {
        guard let line else { throw .tooLong }
        guard let given = try? decoder.decode(LandingLine.self, from: line) else { throw .malformed }
        let wanted = given.filled(from: defaults)
        guard let url = wanted.url else { throw .noURL }
        guard let classifier = classifiers[wanted.ruleset ?? ""] else { throw .unknownRuleSet }
        let landing = Landing(url: url, referrer: wanted.referrer, userAgent: wanted.userAgent)
        guard landing.isWebPage else { throw .noWebPage }
        return classifier.classify(landing, ownDomains: OwnDomains(wanted.ownDomains ?? []))
    }
}
