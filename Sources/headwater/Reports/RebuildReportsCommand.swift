import ArgumentParser
import CRM

struct RebuildReportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild-reports",
        abstract: "Makes everything that reports read again, from the visits, contacts and sales themselves.",
        discussion: """
            A server may run meanwhile: it does the work then, and its reports go on showing what they showed, day by day \
            replaced. Nothing is ever lost by it.
            """)

    @Option(help: "The ID of the one account to rebuild; all of them without it.")
    var account: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try await Installation(try data.configuration())
        var chosen: AccountID?
        var accounts: [AccountID]
        if let account {
            let id = try await installation.account(account).id
            (chosen, accounts) = (id, [id])
        } else {
            accounts = try await installation.crm.accounts.all().map(\.id)
            accounts.sort { $0.rawValue < $1.rawValue }
        }
        let facts = installation.crm.facts
        try await facts.rebuild(chosen)
        try await RebuildWatch(facts: facts, chosen: chosen, accounts: accounts, now: installation.now).run()
        try await facts.release()
        try StandardOutput.line("The reports are made again.")
    }
}
