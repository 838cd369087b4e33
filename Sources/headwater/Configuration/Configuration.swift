import Foundation
import Logging
import Server

/// Everything that is set, checked once at the start.
struct Configuration {
    let dataDirectory: String
    let databaseURL: String
    /// Whether the data folder is needed at all.
    let keepsDatabaseInDataDirectory: Bool
    let host: String
    let port: Int
    /// Nil: the address it listens on.
    let publicURL: PublicURL?
    let trustedProxies: TrustedProxies
    let geoIPDatabase: String?
    let logLevel: Logger.Level

    init(
        _ data: DataOptions, _ serve: ServeOptions?, environment: [String: String]
    ) throws(ConfigurationError) {
        let layers = try SettingLayers(environment: environment, file: data.config)
        dataDirectory = try layers.value(.dataDirectory, commandLine: data.dataDirectory)?.text ?? "./data"
        let database: DatabaseURL? = try layers.value(.database, commandLine: data.database)
        databaseURL = database?.text ?? "sqlite:\(dataDirectory)/headwater.sqlite"
        keepsDatabaseInDataDirectory = database == nil
        host = try layers.value(.host, commandLine: serve?.host)?.text ?? "127.0.0.1"
        port = try layers.value(.port, commandLine: serve?.port)?.value ?? 8080
        publicURL = try layers.value(.publicURL, commandLine: serve?.publicURL)
        trustedProxies = try layers.value(.trustedProxies, commandLine: serve?.trustedProxies) ?? .none
        geoIPDatabase = try layers.value(.geoIPDatabase, commandLine: serve?.geoIPDatabase)?.text
        logLevel = try layers.value(.logLevel, commandLine: serve?.logLevel)?.level ?? .info
    }
}
