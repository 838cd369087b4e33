import Database
import Foundation

/// A database of one test's own, on the engine that this run is for; it is gone with this object.
///
/// `script/with-postgres` says by HEADWATER_TEST_POSTGRES that it is PostgreSQL; otherwise it is SQLite in a new folder.
public final class TestDatabase: Sendable {
    /// Which engine this run is for.
    public static let dialect: Dialect = TestCluster.shared == nil ? .sqlite : .postgres

    /// Where it is, for whoever opens it once more: another process, as far as the engine knows.
    public let url: String
    private let folder: URL?
    private let name: String?

    /// Makes an empty database, or one with a schema.
    public init(migrations: [Migration] = [], now: Int64 = 0) async throws {
        if let cluster = TestCluster.shared {
            let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
            let template = migrations.isEmpty ? nil : try await cluster.template(migrations, now: now)
            // Copying files takes half of what a copy through the log takes, which nobody needs here.
            let copy = template.map { "template \($0) strategy file_copy" } ?? ""
            await cluster.enter()
            try await cluster.run("create database \(name) \(copy)")
            (url, folder, self.name) = (cluster.url(of: name), nil, name)
        } else {
            let folder = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            (url, self.folder, name) = ("sqlite:\(folder.path)/test.sqlite", folder, nil)
            guard !migrations.isEmpty else { return }
            let schema = try await Self.files.schema(migrations, now: now)
            try schema.write(to: folder.appending(path: "test.sqlite"))
        }
    }

    private static let files = TemplateFiles()

    public func open(_ options: DatabaseOptions = DatabaseOptions()) throws -> Database {
        try Database(url: url, options)
    }

    deinit {
        if let folder { try? FileManager.default.removeItem(at: folder) }
        if let name { TestCluster.shared?.discard(name) }
    }
}
