import ArgumentParser
import CRM
import Delivery
import Foundation

struct ImportHighLevelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "highlevel",
        abstract:
            "Brings a location of HighLevel's over by its API: contacts with their attribution, and what they need.",
        discussion: """
            Reads custom fields, contacts with tags and First and Latest, pipelines and opportunities. The token is a \
            private integration's and is read from the environment as HIGHLEVEL_TOKEN, or from a file: on a command line \
            others would see it. It needs the scopes contacts.readonly, locations/customFields.readonly and \
            opportunities.readonly. What was interrupted goes on where it was when the same command is given again. With \
            --dry-run nothing is written: a line for each contact says what would become of it.
            """)

    @Option(help: "The location's ID at HighLevel.")
    var location: String

    @Option(help: "The ID of the account here.")
    var account: String

    @Option(help: "A file with the token on its first line, instead of HIGHLEVEL_TOKEN.")
    var tokenFile: String?

    @Option(help: "Where the API is: another installation of Headwater speaks it as well.")
    var baseURL = "https://services.leadconnectorhq.com"

    @Option(help: "update or skip: what becomes of contacts that are there already, by e-mail or phone.")
    var duplicates = ImportDuplicates.update

    @Flag(help: "Say what would be done, line by line, and write nothing.")
    var dryRun = false

    @Option(help: "A file for the report, a line for each contact; standard output for a dry run unless given.")
    var report: String?

    @Flag(help: "Let the base URL lead to this machine or a private network, and be http.")
    var allowPrivateAddresses = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        let isPlain = location.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || (Character(Unicode.Scalar($0)).isLetter && $0 < 0x80)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard isPlain, (1...100).contains(location.utf8.count) else {
            throw ValidationError("--location is an ID: letters, digits, - and _.")
        }
    }

    func run() async throws {
        let configuration = try data.configuration()
        let token = try HighLevelToken.read(file: tokenFile, environment: ProcessInfo.processInfo.environment)
        let installation = try await Installation(configuration)
        let account = try await installation.account(account)
        let client = try HighLevelClient(
            base: baseURL, token: token, rules: AddressRules(allowsPrivate: allowPrivateAddresses))
        let wish = HighLevelImport.Wish(
            account: account.id, source: HighLevelSource(location: location) { try await client.get($0, $1) },
            folder: folder(configuration, account), duplicates: duplicates, isDryRun: dryRun)
        do {
            try await run(wish, installation.crm.highLevelImport)
        } catch let error as ImportError {
            await client.shutDown()
            throw CommandFailure(ImportContactsCommand.cure(of: error))
        } catch {
            await client.shutDown()
            throw error
        }
        await client.shutDown()
    }

    private func run(_ wish: HighLevelImport.Wish, _ highLevel: HighLevelImport) async throws {
        let lines = try ImportReport(path: report, onStandardOutput: dryRun)
        let outcome = try await highLevel.run(
            wish, by: .command, now: Milliseconds(Date.now), report: { try lines.write($0) },
            progress: { progress in
                switch progress {
                case .read(let contacts):
                    if contacts.isMultiple(of: 1_000) { StandardError.write("\(contacts) contacts read") }
                case .written(let run): ImportProgress.show(run)
                case .opportunities(let count):
                    if count > 0, count.isMultiple(of: 1_000) { StandardError.write("\(count) opportunities read") }
                }
            })
        try lines.close()
        sum(outcome)
    }

    private func sum(_ outcome: HighLevelImport.Outcome) {
        let verb = dryRun ? "would be made" : "made"
        if !outcome.newFields.isEmpty {
            StandardError.write("Custom fields \(verb): \(outcome.newFields.joined(separator: ", ")).")
        }
        if !outcome.newPipelines.isEmpty {
            StandardError.write("Pipelines \(verb): \(outcome.newPipelines.joined(separator: ", ")).")
        }
        ImportProgress.sum(outcome.contacts, isDryRun: dryRun)
        let opportunities = outcome.opportunities
        guard !dryRun else { return StandardError.write("\(opportunities.found) opportunities.") }
        let refused = opportunities.refused.values.reduce(0, +)
        StandardError.write(
            "\(opportunities.found) opportunities: \(opportunities.created) created, \(opportunities.left) there already, "
                + "\(refused) refused.")
        for (reason, count) in opportunities.refused.sorted(by: { $0.key < $1.key }) {
            StandardError.write("\(count) opportunities refused: \(reason).")
        }
    }

    /// What was read waits here, for this source and account alone.
    private func folder(_ configuration: Configuration, _ account: Account) -> URL {
        let host = (URL(string: baseURL)?.host() ?? "") + (URL(string: baseURL)?.port.map { "-\($0)" } ?? "")
        let name = "highlevel-\(account.locationID)-\(location)-\(host)" + (dryRun ? "-dry-run" : "")
        return URL(filePath: configuration.dataDirectory).appending(path: "imports").appending(path: name)
    }
}
