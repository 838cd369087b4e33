import ArgumentParser
import CRM
import Foundation

struct ImportCostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs", abstract: "Brings what ads cost in, from an export of Google Ads or Meta Ads Manager.",
        discussion: """
            Reads the CSV that the platform writes: titles above the header, totals below the lines, columns in any order. \
            A day that is imported again replaces what was there, so that an import never doubles. With --dry-run nothing \
            is written. Lines that are left are told on standard output, with the reason.
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "The ID of the account.")
    var account: String

    @Option(help: "google or facebook; told by the columns unless given.")
    var platform: AdPlatform?

    @Option(help: "dayFirst or monthFirst: how 3/4/2026 is read; told by the file unless given.")
    var dates: AdDateOrder?

    @Option(help: "The currency of amounts that name none, like EUR; the account's own unless given.")
    var currency: String?

    @Flag(help: "Say what would be done, and write nothing.")
    var dryRun = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let known = currency.flatMap { Currency(rawValue: $0) }
        if let currency, known == nil { throw ValidationError("\(currency) is not the code of a currency, like EUR.") }
        let bytes = try ImportInput(path: file, format: .csv).bytes()
        let installation = try await Installation(try data.configuration())
        let costs = AdCostFile(bytes: bytes, platform: platform, dates: dates, currency: known)
        do {
            let report = try await installation.crm.adCosts.import(
                try await installation.account(account), costs, dryRun: dryRun, by: .command,
                now: Milliseconds(Date.now)
            ) { done, all in StandardError.write("\(done) of \(all) rows") }
            try Self.tell(report, isDryRun: dryRun)
        } catch let error as AdCostFileError {
            throw CommandFailure(error.description)
        }
    }

    private static func tell(_ report: AdCostReport, isDryRun: Bool) throws {
        if !report.left.isEmpty {
            let lines = report.left.map { CSVLine.text(["\($0.line)", $0.isRefused ? "refused" : "left", $0.text]) }
            try FileHandle.standardOutput.write(
                contentsOf: Data((CSVLine.text(["Line", "Outcome", "Reason"]) + lines.joined()).utf8))
        }
        let days = report.days.map { "\($0.first) to \($0.last)" } ?? "no day"
        let spent = report.spent.map { "\($0.major) \($0.currency)" }.joined(separator: ", ")
        let tally = report.tally
        let currencies = tally.currencyChanges.map { " (\($0.rows) of them from \($0.from) to \($0.to))" }.joined()
        let parts = tally.parts == 0 ? "" : " (\(tally.parts) in the cost of a campaign or a group already)"
        StandardError.write(
            "\(report.platform.name), \(days): \(report.linesRead) lines read, \(report.leftCount) left; "
                + "\(tally.new) rows new, \(tally.changed) changed\(currencies), \(tally.same) as before\(parts); "
                + "\(spent.isEmpty ? "no cost" : spent)\(isDryRun ? "; nothing was written" : "").")
    }
}

extension AdPlatform: ExpressibleByArgument {}
extension AdDateOrder: ExpressibleByArgument {}
