import ArgumentParser
import CRM

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People who sign in to the console.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Creates a sign-in; asks for the password.")

        @Option(help: "The person's e-mail address.")
        var email: String

        @Option(help: "admin may change everything; user works with contacts and submissions.")
        var role: User.Role

        @Flag(name: .customLong("password-stdin"), help: "Read the password from the first line of standard input.")
        var readsPassword = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration(), makesDatabase: true)
            let password = try readsPassword ? PasswordPrompt.piped() : PasswordPrompt.typed()
            let user = try await installation.crm.people.create(
                email: email, role: role, password: password, now: installation.now())
            try StandardOutput.line("\(user.email) can sign in now.")
        }
    }
}
