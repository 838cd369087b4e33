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

    @Option(name: .customLong("ruleset"), help: "The rules to judge by. (values: classic)")
    var ruleSet = RuleSet.classic

    @Option(
        name: .customLong("own-domain"), parsing: .singleValue,
        help: "A domain of the account: a referrer from there is none. Give it again for another.")
    var ownDomains: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(name: .customLong("stdin"), help: "Read landings from standard input, one JSON object a line.")
    var readsLines = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if readsLines, url != nil { throw ValidationError("Give a URL or --stdin, not both.") }
        if !readsLines, url == nil { throw ValidationError("Give the URL of a landing, or --stdin.") }
    }

    func run() async throws {
        _ = try data.configuration()
        if let url {
            let landing = Landing(url: url, referrer: referrer, userAgent: userAgent)
            guard landing.isWebPage else { throw CommandFailure(LineRefusal.noWebPage.text) }
            let verdict = Classifier(RuleBook(ruleSet)).classify(landing, ownDomains: OwnDomains(ownDomains))
            try print(verdict)
        } else {
            try ExplainLines(
                defaults: LandingLine(
                    url: nil, referrer: referrer, userAgent: userAgent, ruleset: ruleSet.rawValue,
                    ownDomains: ownDomains)
            ).run()
        }
    }
}

extension ExplainCommand {
    private func print(_ verdict: Verdict) throws {
        guard json else { return try StandardOutput.write(ExplanationText.of(verdict)) }
        var writer = JSONWriter()
        writer.line(verdict)
        try StandardOutput.write(Data(writer.bytes))
    }
}

extension RuleSet: ExpressibleByArgument {}
