import Database
import Foundation

/// Brings a location of HighLevel's over by its API: custom fields, contacts with tags and attribution, pipelines and
/// opportunities.
public struct HighLevelImport: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf

    /// What to bring, and how.
    public struct Wish: Sendable {
        public let account: AccountID
        public let source: HighLevelSource
        /// Where what was read waits for being written; gone when everything is.
        public let folder: URL
        public let duplicates: ImportDuplicates
        /// Says what would be done and writes nothing.
        public let isDryRun: Bool

        public init(
            account: AccountID, source: HighLevelSource, folder: URL, duplicates: ImportDuplicates, isDryRun: Bool
        ) {
            self.account = account
            self.source = source
            self.folder = folder
            self.duplicates = duplicates
            self.isDryRun = isDryRun
        }
    }

    /// How far an import is.
    public enum Progress: Sendable {
        case read(contacts: Int)
        case written(ImportRun)
        case opportunities(Int)
    }

    /// What an import has done, or would do.
    public struct Outcome: Sendable {
        /// The keys of custom fields that were not there.
        public internal(set) var newFields: [String] = []
        public internal(set) var newPipelines: [String] = []
        public internal(set) var contacts: ImportRun
        public internal(set) var opportunities = OpportunityCount()
    }

    /// What became of opportunities; of a dry run how many there are.
    public struct OpportunityCount: Sendable, Equatable {
        public internal(set) var found = 0
        public internal(set) var created = 0
        /// Those that are there already.
        public internal(set) var left = 0
        /// Why others were not written, and how many for each reason.
        public internal(set) var refused: [String: Int] = [:]
    }

    /// - Throws: `ImportError`, `HighLevelError`; whatever the source throws.
    public func run(
        _ wish: Wish, by actor: AuditActor, now: Milliseconds, report: (ImportLine) throws -> Void,
        progress: (Progress) -> Void
    ) async throws -> Outcome {
        let fields = try await fields(wish, by: actor, now: now)
        var spool = try HighLevelSpool(folder: wish.folder)
        var way = HighLevelSource.Way()
        while !spool.state.isComplete {
            try Task.checkCancellation()
            try way.goOn(to: spool.state.cursor)
            try spool.append(try await wish.source.contacts(after: spool.state.cursor), keys: fields.keys)
            progress(.read(contacts: spool.state.contacts))
        }
        var outcome = Outcome(
            newFields: fields.new,
            contacts: try await contacts(wish, spool, by: actor, now: now, report: report, progress: progress))
        try await bringOpportunities(wish, fields.opportunityFields, &outcome, by: actor, now: now, progress: progress)
        try spool.remove()
        return outcome
    }

    private func contacts(
        _ wish: Wish, _ spool: HighLevelSpool, by actor: AuditActor, now: Milliseconds,
        report: (ImportLine) throws -> Void, progress: (Progress) -> Void
    ) async throws -> ImportRun {
        let file = ImportFile(
            name: "HighLevel \(wish.source.location)", format: .jsonl,
            bytes: Array(try Data(contentsOf: spool.lines, options: .mappedIfSafe)))
        let imports = Imports(database: database, ids: ids, shelf: shelf)
        let contacts = Imports.Wish(account: wish.account, file: file, duplicates: wish.duplicates, again: true)
        if wish.isDryRun { return try await imports.dryRun(contacts, report: report) }
        return try await imports.run(contacts, by: actor, now: now, report: report) { progress(.written($0)) }
    }

    /// The fields here, by their ids there.
    private struct FieldsHere {
        var keys: [String: String] = [:]
        var opportunityFields: [String: FieldID] = [:]
        var new: [String] = []
    }

    /// Makes the fields that are not there. One that has the key and another type stays as it is: values that do not fit
    /// it are refused, line by line.
    private func fields(_ wish: Wish, by actor: AuditActor, now: Milliseconds) async throws -> FieldsHere {
        let room = Fields(database: database, ids: ids)
        var known = Dictionary(
            try await room.everything(wish.account).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var here = FieldsHere()
        for definition in HighLevelFields.read(try await wish.source.fields()) {
            if known[definition.key] == nil {
                let name = definition.key.drop { $0 != "." }.dropFirst()
                // What is called like a name of the contact itself cannot be a field of its own here.
                guard !definition.draft.model.standardNames.contains(String(name)) else { continue }
                here.new.append(definition.key)
                if wish.isDryRun { continue }
                known[definition.key] = try await room.create(wish.account, definition.draft, by: actor, now: now)
            }
            guard let field = known[definition.key], field.derivedFrom == nil else { continue }
            here.keys[definition.id] = field.key
            if field.model == .opportunity { here.opportunityFields[definition.id] = field.id }
        }
        return here
    }

    private func bringOpportunities(
        _ wish: Wish, _ fields: [String: FieldID], _ outcome: inout Outcome, by actor: AuditActor, now: Milliseconds,
        progress: (Progress) -> Void
    ) async throws {
        var pipelines = HighLevelPipelines(room: Pipelines(database: database, ids: ids), account: wish.account)
        try await pipelines.match(try await wish.source.pipelines(), isDryRun: wish.isDryRun, by: actor, now: now)
        outcome.newPipelines = pipelines.new
        let writer = HighLevelOpportunityWriter(
            account: wish.account, places: pipelines.places, fields: fields,
            maker: .importer(fileName: "HighLevel \(wish.source.location)"), ids: ids, now: now)
        var cursor: HighLevelSource.Cursor?
        var way = HighLevelSource.Way()
        repeat {
            try Task.checkCancellation()
            try way.goOn(to: cursor)
            let page = try await wish.source.opportunities(after: cursor)
            outcome.opportunities.found += page.entries.count
            for entry in page.entries where !wish.isDryRun {
                switch try await written(HighLevelOpportunity(entry), writer) {
                case .created: outcome.opportunities.created += 1
                case .left: outcome.opportunities.left += 1
                case .refused(let reason): outcome.opportunities.refused[reason, default: 0] += 1
                }
            }
            progress(.opportunities(outcome.opportunities.found))
            cursor = page.next
        } while cursor != nil
    }

    private func written(
        _ opportunity: HighLevelOpportunity?, _ writer: HighLevelOpportunityWriter
    ) async throws -> HighLevelOpportunityWriter.Result {
        guard let opportunity else { return .refused("It has no name or no pipeline") }
        do {
            return try await database.write { try writer.write(opportunity, $0) }
        } catch let error as InvalidField {
            return .refused(error.message)
        }
    }
}
