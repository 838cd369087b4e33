import ArgumentParser
import CRM
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

/// Where the data is: `sqlite:PATH`.
struct DatabaseURL: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        guard argument.hasPrefix("sqlite:"), argument != "sqlite:" else { return nil }
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

extension PublicURL: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension TrustedProxies: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension User.Role: ExpressibleByArgument {}
