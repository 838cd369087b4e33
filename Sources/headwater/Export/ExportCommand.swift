import ArgumentParser
import CRM

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything of one kind to standard output, CSV or JSON Lines.")

    /// What can be exported.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case contacts, conversions, sessions, opportunities
        case pageViews = "page-views"

        /// What the audit log calls it.
        var action: AuditAction {
            switch self {
            case .contacts: .contactsExported
            case .conversions: .conversionsExported
            case .sessions, .pageViews: .trackingExported
            case .opportunities: .opportunitiesExported
            }
        }
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, jsonl
    }

    @Argument(help: "What to export.")
    var what: Kind

    @Option(help: "The ID of the account.")
    var account: String

    @Option(help: "csv, or jsonl for one JSON object a line.")
    var format = Format.csv

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try await Installation(try data.configuration())
        let account = try await installation.account(account).id
        try await installation.crm.audit.note(
            account, what.action, by: .command, at: installation.now())
        let export = Export(exports: installation.crm.exports, account: account, format: format)
        switch what {
        case .contacts: try await export.contacts(fields: try await installation.crm.fields.all(account))
        case .conversions: try await export.conversions()
        case .sessions: try await export.sessions()
        case .pageViews: try await export.pageViews()
        case .opportunities: try await export.opportunities()
        }
    }
}
