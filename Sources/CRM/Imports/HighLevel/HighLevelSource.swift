import Foundation

/// A location of HighLevel's, or of anything that speaks its API, to be read page by page.
public struct HighLevelSource: Sendable {
    let location: String
    /// Answers the body of a `GET` of a path with a query.
    let get: @Sendable (_ path: String, _ query: [(String, String)]) async throws -> [UInt8]

    public init(
        location: String,
        get: @escaping @Sendable (_ path: String, _ query: [(String, String)]) async throws -> [UInt8]
    ) {
        self.location = location
        self.get = get
    }

    /// Where the next page of a list begins, as the page before says it.
    struct Cursor: Codable, Sendable, Hashable {
        let startAfter: String
        let startAfterId: String
    }

    struct Page: Sendable {
        let entries: [ImportValue]
        /// Nil on the last page.
        let next: Cursor?
    }

    /// The way through a list. One that stands still or goes round would be read for ever, and so would one that has no
    /// end.
    struct Way: Sendable {
        private var been: Set<Cursor> = []

        /// Some millions of entries.
        private static let mostPages = 100_000

        /// - Throws: `HighLevelError.endless`.
        mutating func goOn(to cursor: Cursor?) throws {
            guard let cursor else { return }
            guard been.insert(cursor).inserted, been.count <= Self.mostPages else { throw HighLevelError.endless }
        }
    }

    /// The definitions of the custom fields of contacts and opportunities.
    func fields() async throws -> [ImportValue] {
        try await read("/locations/\(location)/customFields", [("model", "all")])["customFields"]?.elements ?? []
    }

    func pipelines() async throws -> [ImportValue] {
        try await read("/opportunities/pipelines", [("locationId", location)])["pipelines"]?.elements ?? []
    }

    func contacts(after cursor: Cursor?) async throws -> Page {
        try await page("/contacts/", "contacts", [("locationId", location), ("limit", "100")], after: cursor)
    }

    func opportunities(after cursor: Cursor?) async throws -> Page {
        try await page(
            "/opportunities/search", "opportunities", [("location_id", location), ("limit", "100")], after: cursor)
    }

    private func page(
        _ path: String, _ list: String, _ query: [(String, String)], after cursor: Cursor?
    ) async throws -> Page {
        let place = cursor.map { [("startAfter", $0.startAfter), ("startAfterId", $0.startAfterId)] } ?? []
        let answer = try await read(path, query + place)
        guard let entries = answer[list]?.elements else { throw HighLevelError.unreadable(path: path) }
        let meta = answer["meta"]
        guard !entries.isEmpty, meta?["nextPageUrl"] != nil, let after = meta?["startAfter"]?.text,
            let id = meta?["startAfterId"]?.text
        else { return Page(entries: entries, next: nil) }
        return Page(entries: entries, next: Cursor(startAfter: after, startAfterId: id))
    }

    private func read(_ path: String, _ query: [(String, String)]) async throws -> ImportValue {
        let bytes = try await get(path, query)
        guard let value = try? JSONDecoder().decode(ImportValue.self, from: Data(bytes)), case .object = value else {
            throw HighLevelError.unreadable(path: path)
        }
        return value
    }
}

/// Why an import from HighLevel's API cannot go on.
public enum HighLevelError: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String)
    case endless

    public var description: String {
        switch self {
        case .endless: "A list of the API has no end: it leads back to where it was."
        case .unreadable(let path): "The answer to \(path) is not what HighLevel's API answers."
        }
    }
}
