import ArgumentParser
import CRM

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Accounts: one for each business.",
        subcommands: [Create.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Creates an account with its tracking ID and an API token.")

        @Option(help: "The name of the business.")
        var name: String

        @Option(
            name: .customLong("domain"), parsing: .singleValue,
            help: "A domain of its website; give it again for another. Without one, any website may send.")
        var domains: [String] = []

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration(), makesDatabase: true)
            let now = installation.now()
            let account = try await installation.crm.accounts.create(name: name, domains: domains, now: now)
            let token = try await installation.crm.tokens.create(
                account.id, name: "Command line", scopes: Set(Token.Scope.allCases), now: now)
            try StandardOutput.write(
                NewAccount(locationId: account.locationID, trackingId: account.trackingID, token: token.secret)
                    .printed(asJSON: json))
        }
    }
}

extension AccountCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the accounts with their IDs.")

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let accounts = try await installation.crm.accounts.all().map(ListedAccount.init)
            guard !json else { return try StandardOutput.write(JSONLine.text(accounts)) }
            for account in accounts { try StandardOutput.line(account.line) }
            if accounts.isEmpty { try StandardOutput.line("No account yet: headwater account create makes one.") }
        }
    }
}

/// An account in the list: what the other commands and the script ask for.
private struct ListedAccount: Encodable {
    let locationId: String
    let trackingId: String
    let name: String

    init(_ account: Account) {
        locationId = account.locationID
        trackingId = account.trackingID
        name = account.name
    }

    var line: String { "\(locationId)  \(trackingId)  \(name)" }
}

/// What a person or a script needs of a new account.
private struct NewAccount: Encodable {
    let locationId: String
    let trackingId: String
    /// Nobody can look it up later.
    let token: String

    func printed(asJSON: Bool) throws -> String {
        guard !asJSON else { return try JSONLine.text(self) }
        return """
            Account ID    \(locationId)
            Tracking ID   \(trackingId)
            API token     \(token)

            The token is not shown again.

            """
    }
}
