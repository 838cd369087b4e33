import ArgumentParser
import Logging
import Server
import ServiceLifecycle

struct HttpBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http",
        abstract: "Serves nothing: reads what is posted and answers 204, as the server's own listener does.",
        discussion: "What the real server is compared with; every path is the same, and nothing is stored.",
        shouldDisplay: false)

    @Option(help: "The port to listen on, on this machine only.")
    var port: PortNumber

    func run() async throws {
        let logger = Logger(label: "headwater") { StreamLogHandler.standardError(label: $0) }
        let application = BareServer(port: port.value).application(logger: logger)
        try await ServiceGroup(
            configuration: .init(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }
}
