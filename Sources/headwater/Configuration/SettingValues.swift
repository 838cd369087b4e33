import ArgumentParser
import CRM
import Delivery
import Logging
import Server

/// The path of a file or a folder; never empty.
struct PathText: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
    }
}

/// Where the data is: `sqlite:PATH` or `postgres://…`, of which libpq knows best whether it is right.
struct DatabaseURL: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        let schemes = ["sqlite:", "postgres://", "postgresql://"]
        guard schemes.contains(where: { argument.hasPrefix($0) && argument != $0 }) else { return nil }
        text = argument
    }
}

/// A TCP port; 0 lets the system choose a free one.
struct PortNumber: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let number = UInt16(argument), argument.first != "+" else { return nil }
        value = Int(number)
    }
}

/// How much is logged.
struct LogLevel: ExpressibleByArgument {
    let level: Logger.Level

    static let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")

    init?(argument: String) {
        guard let level = Logger.Level(rawValue: argument) else { return nil }
        self.level = level
    }
}

/// How long the server goes on after it was told to stop.
struct DrainDelay: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        guard let seconds = UInt16(argument), argument.first != "+", seconds <= 300 else { return nil }
        duration = .seconds(Int(seconds))
    }
}

extension LogFormat: ExpressibleByArgument {}

extension MetricsToken: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension PublicURL: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension TrustedProxies: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension NetworkList: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension User.Role: ExpressibleByArgument {}
