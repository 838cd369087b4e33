import ArgumentParser
import Attribution
import Foundation

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says how a landing is labelled, and why.",
        discussion: """
            With --stdin it reads JSON Lines, {"url", "referrer", "userAgent", "ruleset", "ownDomains"}, and answers \
            each line with one, in order; the options then hold for the lines that do not say otherwise.
            """)

    @Argument(help: "The address of the first page of a visit, with its query.")
    var url: String?

    @Option(help: "The address the browser came from.")
    var referrer: String?

    @Option(help: "The browser's User-Agent.")
    var userAgent: String?

    @Option(
        name: .customLong("ruleset"),
        help: "The rules to judge by, classic or extended. (default: those of --rules, else classic)")
    var ruleSet: RuleSet?

    @Option(
        help: "A rule book with an account's own rules, the JSON file that the console exports.",
        transform: RuleFile.init(path:))
    var rules: RuleFile?

    @Option(
        name: .customLong("own-domain"), parsing: .singleValue,
        help: "A domain of the account: a referrer from there is none. Give it again for another.")
    var ownDomains: [String] = []

    @Flag(help: "Say why each earlier rule did not apply, and what would have given another source.")
    var why = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(name: .customLong("stdin"), help: "Read landings from standard input, one JSON object a line.")
    var readsLines = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if readsLines, url != nil { throw ValidationError("Give a URL or --stdin, not both.") }
        if !readsLines, url == nil { throw ValidationError("Give the URL of a landing, or --stdin.") }
        if let ruleSet, let problem = rules?.misfit(with: ruleSet) { throw ValidationError(problem) }
    }

    func run() async throws {
        _ = try data.configuration()
        if let url {
            try explain(url)
        } else {
            try ExplainLines(
                defaults: LandingLine(
                    url: nil, referrer: referrer, userAgent: userAgent, ruleset: wantedRuleSet.rawValue,
                    ownDomains: ownDomains),
                rules: rules, saysWhy: why
            ).run()
        }
    }
}

extension ExplainCommand {
    private var wantedRuleSet: RuleSet { ruleSet ?? rules?.ruleSet ?? .classic }

    private func explain(_ url: String) throws {
        let landing = Landing(url: url, referrer: referrer, userAgent: userAgent)
        guard landing.isWebPage else { throw CommandFailure(LineRefusal.noWebPage.text) }
        let classifier = Classifier(rules?.book(under: wantedRuleSet) ?? RuleBook(wantedRuleSet))
        let explanation = classifier.explain(landing, ownDomains: OwnDomains(ownDomains))
        guard json else { return try StandardOutput.write(ExplanationText(explanation, saysWhy: why).text) }
        var writer = JSONWriter()
        writer.line(explanation, saysWhy: why)
        try StandardOutput.write(Data(writer.bytes))
    }
}

extension RuleSet: ExpressibleByArgument {}
