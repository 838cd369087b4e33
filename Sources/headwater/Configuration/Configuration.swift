import Database
import Delivery
import Foundation
import Logging
import Server

/// Everything that is set, checked once at the start.
struct Configuration {
    let dataDirectory: String
    let databaseURL: String
    let databaseOptions: DatabaseOptions
    /// Whether the data folder is needed at all.
    let keepsDatabaseInDataDirectory: Bool
    let host: String
    let port: Int
    /// Nil: the address it listens on.
    let publicURL: PublicURL?
    let trustedProxies: TrustedProxies
    /// Page views a second; nil: the server's own.
    let addressRate: Int?
    let accountRate: Int?
    let mostConnections: Int?
    let geoIPDatabase: String?
    let logLevel: Logger.Level
    let logFormat: LogFormat
    let metricsToken: MetricsToken?
    let drainDelay: Duration
    /// Those of the operator's own that webhooks may be sent to.
    let webhookNetworks: [Network]

    init(
        _ data: DataOptions, _ serve: ServeOptions?, environment: [String: String]
    ) throws(ConfigurationError) {
        let layers = try SettingLayers(environment: environment, file: data.config)
        dataDirectory = try layers.value(.dataDirectory, commandLine: data.dataDirectory)?.text ?? "./data"
        let database: DatabaseURL? = try layers.value(.database, commandLine: data.database?.value)
        databaseURL = database?.text ?? "sqlite:\(dataDirectory)/headwater.sqlite"
        keepsDatabaseInDataDirectory = database == nil
        let connections = try layers.value(.databaseConnections, commandLine: data.databaseConnections)
        databaseOptions = connections.map { DatabaseOptions(connections: $0.value) } ?? DatabaseOptions()
        host = try layers.value(.host, commandLine: serve?.host)?.text ?? "127.0.0.1"
        port = try layers.value(.port, commandLine: serve?.port)?.value ?? 8080
        publicURL = try layers.value(.publicURL, commandLine: serve?.publicURL)
        trustedProxies = try layers.value(.trustedProxies, commandLine: serve?.trustedProxies) ?? .none
        addressRate = try layers.value(.addressRate, commandLine: serve?.addressRate)?.value
        accountRate = try layers.value(.accountRate, commandLine: serve?.accountRate)?.value
        mostConnections = try layers.value(.mostConnections, commandLine: serve?.maxConnections)?.value
        geoIPDatabase = try layers.value(.geoIPDatabase, commandLine: serve?.geoIPDatabase)?.text
        logLevel = try layers.value(.logLevel, commandLine: serve?.logLevel)?.level ?? .info
        logFormat = try layers.value(.logFormat, commandLine: serve?.logFormat) ?? .text
        metricsToken = try layers.value(.metricsToken, commandLine: serve?.metricsToken?.value)
        drainDelay = try layers.value(.drainDelay, commandLine: serve?.drainDelay)?.duration ?? .zero
        webhookNetworks = try layers.value(.webhookNetworks, commandLine: serve?.webhookNetworks)?.networks ?? []
    }
}

extension Configuration {
    /// The folder of the database's file; nil when it is on a server of its own.
    var databaseFolder: String? {
        guard databaseURL.hasPrefix("sqlite:") else { return nil }
        return URL(fileURLWithPath: String(databaseURL.dropFirst("sqlite:".count))).deletingLastPathComponent().path
    }
}
