import CRM
import Database
import Foundation
import Server

/// The checks, in the order in which one rests on the other.
struct Checkup {
    let configuration: Configuration

    static func run(_ configuration: () throws -> Configuration) async -> [Finding] {
        let checked: Configuration
        do {
            checked = try configuration()
        } catch {
            return [.bad("configuration", "not usable.", mend: "\(error)")]
        }
        let checkup = Checkup(configuration: checked)
        var findings = [Finding.good("configuration", "every setting can be used")]
        if let timeZones = checkup.timeZones() { findings.append(timeZones) }
        if let proxies = checkup.proxies() { findings.append(proxies) }
        findings += await checkup.database()
        return findings + [checkup.disk(), checkup.clock()]
    }

    /// Nothing when no GeoIP file is set.
    private func timeZones() -> Finding? {
        guard let path = configuration.geoIPDatabase else { return nil }
        do {
            _ = try TimeZoneDatabase(path: path)
            return .good("time zones", path)
        } catch {
            return .bad("time zones", "not usable.", mend: "\(error)")
        }
    }

    /// Nothing when browsers reach the server without TLS.
    private func proxies() -> Finding? {
        guard configuration.publicURL?.isSecure == true else { return nil }
        guard configuration.trustedProxies == TrustedProxies.none else {
            return .good("proxies", "what ends TLS is trusted with the addresses of visitors")
        }
        return .warning(
            "proxies", "the public URL is https, and no proxy is trusted: every visitor has the proxy's address.",
            mend: "Name the proxy that ends TLS with --trusted-proxies.")
    }

    private var databasePath: String { String(configuration.databaseURL.dropFirst("sqlite:".count)) }
    private var databaseFolder: String { URL(fileURLWithPath: databasePath).deletingLastPathComponent().path }

    /// Nothing when the file is there. A check makes none: it would hide that the wrong place was named.
    private func missingDatabase() -> Finding? {
        guard !FileManager.default.fileExists(atPath: databasePath) else { return nil }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: databaseFolder, isDirectory: &isFolder)
        let hasFolder = exists && isFolder.boolValue
        let text = hasFolder ? "there is no file \(databasePath)." : "there is no folder \(databaseFolder)."
        guard hasFolder || configuration.keepsDatabaseInDataDirectory else {
            return .bad(
                "database", text, mend: "Make the folder; headwater account create --name NAME then makes the file.")
        }
        let option = configuration.keepsDatabaseInDataDirectory ? "--data-dir" : "--database"
        return .bad(
            "database", text,
            mend: "headwater account create --name NAME makes it; or name another place with \(option).")
    }

    private func database() async -> [Finding] {
        if let missing = missingDatabase() { return [missing] }
        let path = databasePath
        do {
            let installation = try await Installation(configuration)
            let number = try await installation.database.schemaNumber()
            let accounts = try await installation.crm.accounts.all()
            return [
                .good("database", "\(path) opens and can be written"),
                .good("migrations", "all \(number) have run"),
                accounts.isEmpty
                    ? .good("accounts", "none yet; headwater account create makes one")
                    : .good("accounts", "\(accounts.count)"),
            ]
        } catch let error as DatabaseError {
            return [.bad("database", "not usable.", mend: error.description)]
        } catch {
            return [.bad("database", "not usable.", mend: CommandFailure(error).description)]
        }
    }

    private static let enoughSpace: Int64 = 512 << 20

    /// A folder that is not there yet will be on the disk of the one above it.
    private func disk() -> Finding {
        var folder = databaseFolder
        while folder != "/", !FileManager.default.fileExists(atPath: folder) {
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return .bad("disk", "nothing is known of \(folder).", mend: "Check that the folder exists and can be read.")
        }
        let text = "\(free >> 20) MiB free in \(folder)"
        guard free >= Self.enoughSpace else {
            return .bad("disk", text + ".", mend: "Make room until 512 MiB are free: a full disk stops every write.")
        }
        return .good("disk", text)
    }

    /// When this version was made: a clock before it is wrong.
    private static let earliest: Milliseconds = 1_793_491_200_000

    private func clock() -> Finding {
        let now = Milliseconds(Date())
        guard now >= Self.earliest else {
            return .bad("clock", "\(now.iso8601).", mend: "Set it, and keep it right: every visit carries its time.")
        }
        return .good("clock", now.iso8601)
    }
}
