import ArgumentParser

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Runs the server.")

    @OptionGroup var data: DataOptions
    @OptionGroup var serve: ServeOptions

    func run() async throws {
        try await Serving(try data.configuration(serve), serve).run()
    }
}
