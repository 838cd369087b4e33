import ArgumentParser
import Server

/// What can be set, under one name on the command line (`--data-dir`), in the environment (`HEADWATER_DATA_DIR`) and in
/// the file (`data-dir = …`).
enum Setting: String, CaseIterable {
    case dataDirectory = "data-dir"
    case database
    case databaseConnections = "database-connections"
    case host
    case port
    case publicURL = "public-url"
    case trustedProxies = "trusted-proxies"
    case addressRate = "address-rate"
    case accountRate = "account-rate"
    case mostConnections = "max-connections"
    case geoIPDatabase = "geoip-database"
    case logLevel = "log-level"
    case logFormat = "log-format"
    case metricsToken = "metrics-token"
    case drainDelay = "drain-delay"
    case webhookNetworks = "webhook-networks"

    static let environmentPrefix = "HEADWATER_"
    /// Names the file; the file cannot name itself.
    static let fileVariable = "HEADWATER_CONFIG"

    /// What a command line says, for `@Option(transform:)`.
    func read<Value: ExpressibleByArgument>(_ text: String) throws -> Value {
        guard let value = Value(argument: text) else { throw ValidationError("it must be \(expectation).") }
        return value
    }

    var environmentName: String {
        Self.environmentPrefix + rawValue.uppercased().replacing("-", with: "_")
    }

    /// What a value must be, to end the sentence "it must be …".
    var expectation: String {
        switch self {
        case .dataDirectory: "the path of a folder"
        case .database: "sqlite:PATH or postgres://USER@HOST/DATABASE"
        case .host: "a host name or an address to listen on"
        case .port: "a number from 0 to 65535"
        case .publicURL: "a whole address without a path, like https://leads.example.com"
        case .trustedProxies, .webhookNetworks: "a list of addresses or networks, like 127.0.0.1, 10.0.0.0/8"
        case .databaseConnections, .addressRate, .accountRate, .mostConnections: "a whole number from 1 to 1000000"
        case .geoIPDatabase: "the path of a MaxMind .mmdb file"
        case .logLevel: "one of \(LogLevel.names)"
        case .logFormat: "text or json"
        case .metricsToken: "\(MetricsToken.shortest) to 256 letters, digits and signs, without spaces"
        case .drainDelay: "a number of seconds from 0 to 300"
        }
    }
}
