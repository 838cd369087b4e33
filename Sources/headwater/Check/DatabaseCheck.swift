import CRM
import Database
import Foundation

/// Whether the database can be used as it is: a file and its folder, or a server.
struct DatabaseCheck {
    let configuration: Configuration
    /// Whether the whole file is read.
    let isThorough: Bool

    func findings() async -> [Finding] {
        do {
            if let folder = configuration.databaseFolder {
                let path = String(configuration.databaseURL.dropFirst("sqlite:".count))
                if let missing = missingFile(path, in: folder) { return [missing] }
                let file = SQLiteFile(path: path)
                try file.mustBeUsable()
                if isThorough, let damage = try damage(in: file) { return [damage] }
                let contents = try await contents()
                let database = try Database(url: configuration.databaseURL)
                _ = try await database.proveWritable()
                try database.close()
                let seen = isThorough ? ", and no page of it is damaged" : ""
                return [.good("database", "\(path) opens and can be written\(seen)")] + contents
            }
            return try await server()
        } catch let error as DatabaseError {
            return [.bad("database", "not usable.", mend: error.description)]
        } catch {
            return [.bad("database", "not usable.", mend: CommandFailure(error).description)]
        }
    }

    private func damage(in file: SQLiteFile) throws -> Finding? {
        guard let fault = try file.faults(thoroughly: false).first else { return nil }
        return .bad("database", "\(file.path) is damaged: \(fault).", mend: "Restore a backup, and look at the disk.")
    }

    /// Nothing when the file is there. A check makes none: it would hide that the wrong place was named.
    private func missingFile(_ path: String, in folder: String) -> Finding? {
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        let hasFolder = exists && isFolder.boolValue
        let text = hasFolder ? "there is no file \(path)." : "there is no folder \(folder)."
        guard hasFolder || configuration.keepsDatabaseInDataDirectory else {
            return .bad(
                "database", text, mend: "Make the folder; headwater account create --name NAME then makes the file.")
        }
        let option = configuration.keepsDatabaseInDataDirectory ? "--data-dir" : "--database"
        return .bad(
            "database", text,
            mend: "headwater account create --name NAME makes it; or name another place with \(option).")
    }

    /// Brings the schema up to date, as every command does.
    private func contents() async throws -> [Finding] {
        let installation = try await Installation(configuration)
        let number = try await installation.database.schemaNumber()
        let accounts = try await installation.crm.accounts.all()
        try installation.database.close()
        return [
            .good("migrations", "all \(number) have run"),
            accounts.isEmpty
                ? .good("accounts", "none yet; headwater account create makes one")
                : .good("accounts", "\(accounts.count)"),
        ]
    }

    private func server() async throws -> [Finding] {
        let database = try Database(url: configuration.databaseURL, configuration.databaseOptions)
        let facts = try await database.serverFacts()
        let isEmpty = try await database.schemaNumber() == 0
        try database.close()
        guard let facts else { return [] }
        guard !facts.isReadOnly else {
            return [
                .bad(
                    "database", "PostgreSQL \(facts.version) takes no writes.",
                    mend: "Name the primary, or every server of the cluster, in the database URL.")
            ]
        }
        guard facts.mayMakeTables else {
            return [
                .bad(
                    "database", "PostgreSQL \(facts.version) answers, and this user may not make tables there.",
                    mend: "Make the database with --owner, or: alter database NAME owner to USER.")
            ]
        }
        return [.good("database", "PostgreSQL \(facts.version) answers and can be written")]
            + (isEmpty ? [Self.empty] : try await contents())
            + [
                try transport(facts), durability(facts), connections(facts),
                .good("texts", "UTF8; the server's own order is \(facts.collation), Headwater's goes by bytes"),
            ]
    }

    /// A check makes no tables where none are: it would hide that the wrong database was named.
    private static let empty = Finding.warning(
        "migrations", "the database is empty.", mend: "headwater account create --name NAME makes its tables.")

    private func transport(_ facts: ServerFacts) throws -> Finding {
        if facts.isOnThisMachine {
            return .good("transport", facts.usesTLS ? "TLS, on this machine" : "without TLS, on this machine")
        }
        if facts.usesTLS {
            switch try Database.proof(url: configuration.databaseURL) {
            case .host: return .good("transport", "TLS, and the server has proven who it is")
            case .authority: return .good("transport", "TLS, and the authority that sslrootcert names knows the server")
            case .nothing: break
            }
        }
        return .warning(
            "transport",
            facts.usesTLS
                ? "TLS, over a network, but the server need not prove who it is: who sits between may read every lead."
                : "without TLS, over a network: who listens can read every lead.",
            mend: "Add sslmode=verify-full to the database URL, and sslrootcert if its authority is your own.")
    }

    private func durability(_ facts: ServerFacts) -> Finding {
        if facts.isDurable { return .good("durability", "a commit is on the disk before it is answered") }
        return .bad(
            "durability", "the server answers before a commit is on the disk: fsync is off.",
            mend: "Set fsync = on.")
    }

    private func connections(_ facts: ServerFacts) -> Finding {
        let most = configuration.databaseOptions.connections
        let text = "up to \(most) of the server's \(facts.mostConnections)"
        guard most * 2 <= facts.mostConnections else {
            return .warning(
                "connections", text + ": a second node would find none left.",
                mend: "Lower --database-connections, or raise max_connections.")
        }
        return .good("connections", text)
    }
}
