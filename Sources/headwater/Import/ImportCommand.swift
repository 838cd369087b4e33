import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings contacts in with their attribution, or what ads cost.",
        subcommands: [ImportContactsCommand.self, ImportCostsCommand.self, ImportHighLevelCommand.self])
}
