import ArgumentParser
import CRM

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People who sign in to the console.",
        subcommands: [Create.self, Password.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Creates a sign-in; asks for the password.")

        @Option(help: "The person's e-mail address.")
        var email: String

        @Option(help: "admin may change everything; user works with contacts and submissions.")
        var role: User.Role

        @OptionGroup var password: PasswordOptions
        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration(), makesDatabase: true)
            let user = try await installation.crm.people.create(
                email: email, role: role, password: try password.read(), now: installation.now())
            try StandardOutput.line("\(user.email) can sign in now.")
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password",
            abstract: "Sets another password for somebody who has forgotten theirs; asks for it.",
            discussion: "Wherever the person is signed in, that ends.")

        @Option(help: "The person's e-mail address.")
        var email: String

        @OptionGroup var password: PasswordOptions
        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let people = installation.crm.people
            guard let user = try await people.all().first(where: { $0.email.key == EmailAddress(email)?.key }) else {
                throw CommandFailure("There is nobody with this e-mail here. headwater user list shows who there is.")
            }
            let password = try password.read()
            let now = installation.now()
            let link = try await people.resetLink(for: user.id, by: .command, now: now)
            _ = try await people.setPassword(link: link, to: password, now: now)
            try StandardOutput.line("\(user.email) can sign in with the new password.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists who can sign in, with their roles.")

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let people = try await installation.crm.people.all().map(ListedPerson.init)
            guard !json else { return try StandardOutput.write(JSONLine.text(people)) }
            for person in people { try StandardOutput.line("\(person.role)  \(person.email)") }
            if people.isEmpty { try StandardOutput.line("Nobody yet: headwater user create makes somebody.") }
        }
    }
}

/// Where the new password of somebody comes from.
struct PasswordOptions: ParsableArguments {
    @Flag(name: .customLong("password-stdin"), help: "Read the password from the first line of standard input.")
    var isPiped = false

    func read() throws -> String { try isPiped ? PasswordPrompt.piped() : PasswordPrompt.typed() }
}

private struct ListedPerson: Encodable {
    let email: String
    let role: String

    init(_ user: User) {
        email = "\(user.email)"
        role = user.role.rawValue
    }
}
