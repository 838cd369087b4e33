import Attribution
import Database

/// Some records of a file in one transaction: what they need is read first, everything is decided in memory, and the rows
/// are written table by table.
struct ImportBatch {
    private let connection: Connection
    private let wish: Imports.Wish
    private let account: Account
    private let fields: [CustomField]
    private let policy: DuplicatePolicy
    private let books: JudgingBooks
    private let ids: IDSource
    private let now: Milliseconds

    private var maker: ContactMaker { .importer(fileName: wish.file.name) }

    init(
        _ connection: Connection, _ wish: Imports.Wish, fields: [CustomField], ids: IDSource, shelf: BookShelf,
        now: Milliseconds
    ) throws {
        self.connection = connection
        self.wish = wish
        self.fields = fields
        self.ids = ids
        self.now = now
        account = try AccountStore.account(connection, wish.account)
        policy = try DuplicatePolicy(connection, wish.account)
        books = try shelf.judging(connection, [account])[wish.account] ?? shelf.builtIn
    }

    /// What would become of records, by the addresses and numbers that are somebody's already.
    static func foresee(
        _ records: [ImportRecord], known: ImportKeys, _ duplicates: ImportDuplicates
    ) -> [ImportLine] {
        var known = known
        return records.map { record in
            guard record.problems.isEmpty else {
                return ImportLine(line: record.line, outcome: .refused(record.problems))
            }
            defer { known.add(record) }
            guard known.knows(record) else { return ImportLine(line: record.line, outcome: .created) }
            return ImportLine(line: record.line, outcome: duplicates == .update ? .updated : .left)
        }
    }

    func write(_ records: [ImportRecord]) throws -> [ImportLine] {
        let good = records.filter(\.problems.isEmpty)
        try claim(good)
        var owners = try ImportOwners(connection, wish.account, good)
        let found = good.compactMap { owners.owner(of: $0, policy.order) }
        var drafts = try ContactStore.drafts(connection, Set(found).map { Scoped(wish.account, $0) })
        var stored: [StoredAttribution] = []
        var entries: [(ContactID, TimelineEntry)] = []
        let lines = try records.map { record -> ImportLine in
            let outcome = try decide(record, &owners, &drafts, &stored, &entries)
            return ImportLine(line: record.line, outcome: outcome)
        }
        try save(drafts, stored, entries)
        return lines
    }

    private func decide(
        _ record: ImportRecord, _ owners: inout ImportOwners, _ drafts: inout [Scoped<ContactID>: ContactDraft],
        _ stored: inout [StoredAttribution], _ entries: inout [(ContactID, TimelineEntry)]
    ) throws -> ImportLine.Outcome {
        guard record.problems.isEmpty else { return .refused(record.problems) }
        let owner = owners.owner(of: record, policy.order)
        if owner != nil, wish.duplicates == .leave { return .left }
        var draft = owner.flatMap { drafts[Scoped(wish.account, $0)] } ?? newDraft(record)
        let isNew = owner == nil
        do {
            let changed = try draft.apply(edit(record, of: draft, owners), fields: fields, now: now)
            draft.additionalEmails.formUnion(record.additionalEmails)
            attribute(&draft, record, isNew: isNew, &stored)
            if isNew { _ = draft.fillContactSource(maker.contactSource, now: now) }
            if draft.changesEmails { draft.touch(now: now) }
            let event = isNew ? TimelineEntry.Event.created(by: maker.name) : .edited(by: maker.name, fields: changed)
            if isNew || !changed.isEmpty { entries.append((draft.contact.id, entry(event))) }
        } catch let error as InvalidField {
            return .refused([error.message])
        }
        drafts[Scoped(wish.account, draft.contact.id)] = draft
        owners.add(record, draft.contact.id)
        return isNew ? .created : .updated
    }

    /// What is written of a record: of a contact that is there, tags are added to, and an address that belongs to yet
    /// another contact stays away.
    private func edit(_ record: ImportRecord, of draft: ContactDraft, _ owners: ImportOwners) -> ContactEdit {
        guard !draft.isNew else { return record.edit }
        var edit = record.edit
        let id = draft.contact.id
        if let key = record.emailKey, let other = owners.byEmail[key], other != id {
            edit.properties.removeValue(forKey: .email)
        }
        if let key = record.phoneKey, let other = owners.byPhone[key], other != id {
            edit.properties.removeValue(forKey: .phone)
        }
        edit.tags = record.edit.tags?.union(draft.tags)
        return edit
    }

    private func newDraft(_ record: ImportRecord) -> ContactDraft {
        ContactDraft(
            new: Contact(
                id: ids.identifier(at: now), properties: [:], contactSource: nil, timeZone: nil,
                createdAt: record.createdAt ?? now, updatedAt: now, createdBy: maker.creator, needsReview: nil,
                first: nil, latest: nil, original: nil))
    }

    /// First comes with a new contact only; Latest any time.
    private func attribute(
        _ draft: inout ContactDraft, _ record: ImportRecord, isNew: Bool, _ stored: inout [StoredAttribution]
    ) {
        let made: [StoredAttribution]
        if isNew {
            made = ContactMaking.attributions(
                of: draft.contact.id, by: maker, history: record.history, classifier: books.current.classifier,
                account: account, ids: ids, now: now)
        } else if let latest = record.latest {
            made = [
                ContactMaking.stored(
                    latest, of: draft.contact.id, classifier: books.current.classifier, account: account, ids: ids,
                    now: now)
            ]
        } else {
            return
        }
        for attribution in made {
            draft.attribute(AttributionSummary(id: attribution.id, source: attribution.source), now: now)
        }
        stored += made
    }

    private func entry(_ event: TimelineEntry.Event) -> TimelineEntry {
        let id: Identifier<TimelineEntry> = ids.identifier(at: now)
        return TimelineEntry(id: id.rawValue, at: now, conversion: nil, event: event)
    }

    /// Whoever else brings one of the addresses waits until this transaction ends.
    private func claim(_ records: [ImportRecord]) throws {
        let emails = Set(records.compactMap(\.emailKey)).sorted()
        try ContactStore.claim(connection, emailKeys: emails.map { Scoped(wish.account, $0) }, now: now)
        guard connection.dialect == .postgres else { return }
        for key in Set(records.compactMap(\.phoneKey)).sorted() {
            try ContactStore.claim(connection, phoneKey: Scoped(wish.account, key), now: now)
        }
    }

    private func save(
        _ drafts: [Scoped<ContactID>: ContactDraft], _ stored: [StoredAttribution],
        _ entries: [(ContactID, TimelineEntry)]
    ) throws {
        let changed = drafts.filter(\.value.isChanged).sorted { $0.key < $1.key }
        try ContactStore.save(connection, drafts: changed.map { (wish.account, $0.value) }, now: now)
        try AttributionStore.insert(connection, stored.map { (wish.account, $0) })
        try ImportedOpinions.save(connection, account, stored, books)
        try TimelineStore.insert(connection, entries.map { (Scoped(wish.account, $0), $1) })
    }
}
