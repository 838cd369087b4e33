import ArgumentParser
import CRM

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Private integration tokens: the ways in of programs.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Creates a token and prints it, this once.")

        @Option(help: "What will use it.")
        var name: String

        @OptionGroup var owner: TokenOwner

        @Option(
            name: .customLong("scope"), parsing: .singleValue,
            help: "What it may do; give it again for another. Without one it may do everything.")
        var scopes: [Token.Scope] = []

        @Option(help: "Expires after so many days; without it the token is good until it is revoked.")
        var days: Int?

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func validate() throws {
            guard days.map({ (1...3_650).contains($0) }) ?? true else {
                throw ValidationError("--days must be a number from 1 to 3650")
            }
        }

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let now = installation.now()
            let (token, secret) = try await installation.crm.tokens.create(
                try await owner.account(installation.crm), name: name,
                scopes: scopes.isEmpty ? Set(Token.Scope.allCases) : Set(scopes),
                expiresAt: days.map { now + Milliseconds($0) * .day }, by: .command, now: now)
            let made = NewTokenLine(id: token.id.rawValue, token: secret)
            try StandardOutput.write(json ? JSONLine.text(made) : "\(made.id)  \(made.token)\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the tokens of an account or of the agency, never their secrets.")

        @OptionGroup var owner: TokenOwner

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let tokens = installation.crm.tokens
            let account = try await owner.account(installation.crm)
            let found: [Token]
            if let account {
                found = try await tokens.all(account)
            } else {
                found = try await tokens.agency()
            }
            let lines = found.map(ListedToken.init)
            guard !json else { return try StandardOutput.write(JSONLine.text(lines)) }
            for line in lines { try StandardOutput.line(line.text) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Revokes a token: programs that use it are refused at once.")

        @Option(help: "The token's ID, as the list prints it.")
        var id: String

        @OptionGroup var owner: TokenOwner

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            do {
                try await installation.crm.tokens.revoke(
                    try await owner.account(installation.crm), TokenID(rawValue: id), by: .command,
                    now: installation.now())
            } catch NotFound.token {
                throw CommandFailure("there is no such token: see headwater token list")
            }
            try StandardOutput.line("Revoked.")
        }
    }
}

/// Whose token it is.
struct TokenOwner: ParsableArguments {
    @Option(help: "The location ID of its account.")
    var account: String?

    @Flag(help: "It is the agency's: it opens every account.")
    var agency = false

    func validate() throws {
        guard (account == nil) == agency else { throw ValidationError("Give either --account or --agency") }
    }

    /// Nil for the agency.
    func account(_ crm: CRM) async throws -> AccountID? {
        guard let account else { return nil }
        guard let found = try await crm.accounts.account(locationID: account) else {
            throw CommandFailure("there is no account \(account): see headwater account list")
        }
        return found.id
    }
}

extension Token.Scope: ExpressibleByArgument {}

private struct NewTokenLine: Encodable {
    let id: String
    let token: String
}

/// A token in the list.
private struct ListedToken: Encodable {
    let id: String
    let name: String
    let scopes: [String]
    let createdAt: String
    let lastUsedAt: String?
    let expiresAt: String?

    init(_ token: Token) {
        id = token.id.rawValue
        name = token.name
        scopes = Token.Scope.allCases.filter(token.scopes.contains).map(\.rawValue)
        createdAt = token.createdAt.iso8601
        lastUsedAt = token.lastUsedAt?.iso8601
        expiresAt = token.expiresAt?.iso8601
    }

    var text: String {
        let used = lastUsedAt.map { "used \($0)" } ?? "never used"
        let expiry = expiresAt.map { ", expires \($0)" } ?? ""
        return "\(id)  \(name)  \(used)\(expiry)  \(scopes.joined(separator: " "))"
    }
}
