import ArgumentParser
import CRM

struct FormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "Forms that are hosted here.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Creates a form that asks for name, e-mail, phone and a message.")

        @Option(help: "The ID of the account.")
        var account: String

        @Option(help: "What the form is called in lists; visitors see it as the title.")
        var name: String

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() async throws {
            let installation = try await Installation(try data.configuration())
            let account = try await installation.account(account)
            let form = try await installation.crm.forms.create(
                account.id, name: name, by: .command, now: installation.now())
            try StandardOutput.write(
                json ? JSONLine.text(NewForm(formId: form.id)) : "Form ID   \(form.id)\nPage      /f/\(form.id)\n")
        }
    }
}

private struct NewForm: Encodable {
    let formId: FormID
}
