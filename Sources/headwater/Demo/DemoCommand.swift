import ArgumentParser
import Foundation
import Server

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serves a sample account, a sample website to click through, and two months of sample traffic.",
        discussion: """
            The data is kept in ./data/demo (or in --data-dir) and used again by the next start; delete the folder to \
            begin anew. The demo listens on this machine alone unless --host says otherwise, and takes the next free \
            port when 8080 is taken.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var serve: ServeOptions

    /// Where the data goes when nobody says.
    private static let dataDirectory = "./data/demo"

    func run() async throws {
        var serve = serve
        // What the environment or a file says for the real server does not open a demo to the world.
        serve.host = serve.host ?? PathText(argument: "127.0.0.1")
        serve.logLevel = serve.logLevel ?? LogLevel(argument: "warning")
        var configuration = try configuration(serve)
        let address = try freeAddress(configuration)
        serve.port = PortNumber(argument: "\(address.port)")
        configuration = try self.configuration(serve)
        let guide = DemoGuide(url: configuration.publicURL?.text ?? address.url)
        let signIn = DemoSignIn(dataDirectory: configuration.dataDirectory)
        try await Serving(configuration, serve).run {
            try await DemoPreparation(signIn: signIn, guide: guide).prepare($0)
        } adjust: {
            $0.servesDemo = true
        }
    }

    /// As every command's, but for the data: it is the demo's own, also where the environment names a database.
    private func configuration(_ serve: ServeOptions) throws -> Configuration {
        var environment = ProcessInfo.processInfo.environment
        environment["HEADWATER_DATABASE"] = nil
        environment["HEADWATER_DATA_DIR"] = environment["HEADWATER_DATA_DIR"] ?? Self.dataDirectory
        return try Configuration(data, serve, environment: environment)
    }

    /// The port that was asked for; else the first free one from 8080 on.
    private func freeAddress(_ configuration: Configuration) throws -> ListeningAddress {
        guard serve.port == nil else { return try ListeningAddress(host: configuration.host, port: configuration.port) }
        for port in configuration.port..<min(configuration.port + 20, 65_535) {
            if let address = try? ListeningAddress(host: configuration.host, port: port) { return address }
        }
        return try ListeningAddress(host: configuration.host, port: configuration.port)
    }
}
