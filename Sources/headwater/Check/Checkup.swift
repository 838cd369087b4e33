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

    private func database() async -> [Finding] {
        let path = String(configuration.databaseURL.dropFirst("sqlite:".count))
        do {
            let isNew = !FileManager.default.fileExists(atPath: path)
            let installation = try await Installation(configuration)
            let number = try await installation.database.schemaNumber()
            let accounts = try await installation.crm.accounts.all()
            return [
                .good("database", "\(path) \(isNew ? "has been made" : "opens") and can be written"),
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

    private func disk() -> Finding {
        let path = String(configuration.databaseURL.dropFirst("sqlite:".count))
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
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
