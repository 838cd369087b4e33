import CRM
import Foundation
import Server

/// The checks, in the order in which one rests on the other.
struct Checkup {
    let configuration: Configuration

    static func run(thoroughly: Bool, _ configuration: () throws -> Configuration) async -> [Finding] {
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
        findings += await DatabaseCheck(configuration: checked, isThorough: thoroughly).findings()
        if let disk = checkup.disk() { findings.append(disk) }
        findings.append(checkup.port())
        findings.append(checkup.files())
        return findings + [checkup.clock()]
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
        guard !configuration.trustedProxies.believesEverybody else {
            return .warning(
                "proxies",
                "every address is trusted to say whose request it passes on: anybody can pretend to be anybody.",
                mend: "Name the proxies alone with --trusted-proxies.")
        }
        guard configuration.publicURL?.isSecure == true else { return nil }
        guard configuration.trustedProxies == TrustedProxies.none else {
            return .good("proxies", "what ends TLS is trusted with the addresses of visitors")
        }
        return .warning(
            "proxies", "the public URL is https, and no proxy is trusted: every visitor has the proxy's address.",
            mend: "Name the proxy that ends TLS with --trusted-proxies.")
    }

    private static let enoughSpace: Int64 = 512 << 20

    /// Nothing when the data is on a server of its own. A folder that is not there yet will be on the disk of the one
    /// above it.
    private func disk() -> Finding? {
        guard var folder = configuration.databaseFolder else { return nil }
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

    /// Tried as the server will: the one that runs already holds its own.
    private func port() -> Finding {
        do {
            let address = try ListeningAddress(host: configuration.host, port: configuration.port)
            return .good("port", "\(address.port) of \(address.host) is free to listen on")
        } catch ListeningAddress.Refusal.taken {
            return .warning(
                "port", "something listens on port \(configuration.port) of \(configuration.host).",
                mend: "If that is not this server, stop it, or choose another --port.")
        } catch {
            return .bad("port", "not usable.", mend: "\(error)")
        }
    }

    private static let enoughConnections = 1_000

    /// A shell's limit may be lower than the service's, which LimitNOFILE sets.
    private func files() -> Finding {
        let wanted = configuration.mostConnections ?? ConnectionLimits().mostConnections
        do {
            let connections = try OpenFiles.makeRoom(forConnections: wanted)
            let text = "room for \(connections) connections"
            guard connections < min(wanted, Self.enoughConnections) else { return .good("files", text) }
            return .warning(
                "files", "\(text) within this shell's limit of open files; more wait.",
                mend: "Raise it where the server starts, with `ulimit -n` or LimitNOFILE.")
        } catch {
            return .bad("files", "too few may be open.", mend: "\(error)")
        }
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
