import ArgumentParser
import CRM

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything of one kind to standard output, CSV or JSON Lines.")

    /// What can be exported.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case contacts, conversions, sessions, opportunities
        case pageViews = "page-views"
        /// All that reports are made of.
        case records

        /// What the audit log calls it.
        var action: AuditAction {
            switch self {
            case .contacts: .contactsExported
            case .conversions: .conversionsExported
            case .sessions, .pageViews, .records: .trackingExported
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

    @Option(help: "csv, or jsonl for one JSON object a line; records are always jsonl.")
    var format = Format.csv

    @Option(name: .customLong("column"), help: "Of contacts in CSV: the title of a column. Repeat it for each.")
    var columns: [String] = []

    @Option(help: "Of records: a folder that gets a file of each kind.")
    var output: String?

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard columns.isEmpty || (what == .contacts && format == .csv) else {
            throw ValidationError("--column chooses columns of contacts in CSV.")
        }
        guard output == nil || what == .records else {
            throw ValidationError("--output is for records; what else is exported goes to standard output.")
        }
    }

    func run() async throws {
        let installation = try await Installation(try data.configuration())
        let found = try await installation.account(account)
        let account = found.id
        try await installation.crm.audit.note(
            account, what.action, by: .command, at: installation.now())
        let export = Export(exports: installation.crm.exports, account: account, format: format)
        let fields = try await installation.crm.fields.all(account)
        switch what {
        case .contacts: try await export.contacts(fields: fields, columns: columns)
        case .records:
            try await RecordsExport(
                exports: installation.crm.exports, account: found, fields: fields, folder: output
            ).run()
        case .conversions: try await export.conversions()
        case .sessions: try await export.sessions()
        case .pageViews: try await export.pageViews()
        case .opportunities: try await export.opportunities()
        }
    }
}
