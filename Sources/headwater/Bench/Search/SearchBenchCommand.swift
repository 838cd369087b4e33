import ArgumentParser
import CRM
import Foundation

struct SearchBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Measures how long the pages of a search take in an account with many contacts.",
        discussion: "It makes an account of its own in the database, which should be one for trials.")

    @OptionGroup var data: DataOptions

    @Option(help: "How many contacts the account has.")
    var contacts = 1_000_000

    @Option(help: "The location ID of an account that an earlier run has made, instead of making one.")
    var account: String?

    @Option(help: "How many contacts a page has.")
    var pageLimit = 20

    func validate() throws {
        guard contacts > 0 else { throw ValidationError("--contacts must be at least 1.") }
        guard 1...500 ~= pageLimit else { throw ValidationError("--page-limit must be from 1 to 500.") }
    }

    func run() async throws {
        let installation = try await Installation(try data.configuration(), makesDatabase: true)
        let account = try await filledAccount(installation)
        try await SearchBench(crm: installation.crm, account: account.id, pageLimit: pageLimit).run()
        try installation.database.close()
    }

    private func filledAccount(_ installation: Installation) async throws -> Account {
        if let account { return try await installation.account(account) }
        let made = try await installation.crm.accounts.create(
            name: "Bench", domains: ["clinic.example"], now: installation.now())
        let crowd = BenchCrowd(account: made.id, contacts: contacts, end: installation.now())
        let elapsed = try await ContinuousClock().measure { try await crowd.write(to: installation.database) }
        try StandardOutput.line(
            "\(contacts) contacts of account \(made.locationID) made in \(elapsed.seconds.text(decimals: 1)) s")
        return made
    }
}
