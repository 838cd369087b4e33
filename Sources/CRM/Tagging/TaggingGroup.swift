import Attribution

/// What is known of one fault while visits are looked at, the newest first.
struct TaggingGroup: Sendable {
    /// What makes two notes the same fault.
    struct Key: Hashable, Sendable {
        let code: Note.Code
        let parameter: String
        let value: String
        let suggestion: String

        init(_ note: Note) {
            code = note.code
            parameter = note.parameter ?? ""
            value = note.code.isAboutValue ? (note.value ?? "").lowercased() : ""
            suggestion = note.suggestion ?? ""
        }
    }

    private static let pagesKept = 32

    let note: Note
    let isLowerBound: Bool
    /// The newest visit with the fault, and all that is wrong with it.
    private let newest: (visit: TaggedVisit, notes: [Note])
    private var firstSeenAt: Milliseconds
    private(set) var visits = 0
    private var lost: Set<ContactID> = []
    private var pages = Largest<String, Int>(capacity: Self.pagesKept) {
        ($1.entry, $0.key) < ($0.entry, $1.key)
    }

    init(_ note: Note, in visit: TaggedVisit, with notes: [Note], isLowerBound: Bool) {
        self.note = note
        self.isLowerBound = isLowerBound
        newest = (visit, notes)
        firstSeenAt = visit.startedAt
    }

    mutating func count(_ visit: TaggedVisit, losing contact: ContactID?, on page: String) {
        visits += 1
        firstSeenAt = visit.startedAt
        if let contact { lost.insert(contact) }
        pages.update(page, orBegin: 0) { $0 += 1 }
    }

    /// - Parameter pageCount: how many landing pages are named.
    func finding(pageCount: Int) -> TaggingFinding {
        let url = newest.visit.landing.url
        return TaggingFinding(
            code: note.code, parameter: note.parameter ?? "", value: note.value, suggestion: note.suggestion,
            visits: visits, lostContacts: lost.count, isLowerBound: isLowerBound, firstSeenAt: firstSeenAt,
            lastSeenAt: newest.visit.startedAt,
            pages: pages.first(pageCount).map { TaggedPage(address: $0.key, visits: $0.entry) },
            newest: TaggedExample(url: url, corrected: CorrectedLink(url, by: newest.notes)))
    }

    /// The dearest first, then the most frequent, then the latest; the key settles what is left.
    static func isLarger(_ one: (key: Key, entry: TaggingGroup), _ other: (key: Key, entry: TaggingGroup)) -> Bool {
        let (left, right) = (one.entry, other.entry)
        if left.lost.count != right.lost.count { return left.lost.count > right.lost.count }
        if left.visits != right.visits { return left.visits > right.visits }
        if left.newest.visit.startedAt != right.newest.visit.startedAt {
            return left.newest.visit.startedAt > right.newest.visit.startedAt
        }
        return one.key.order < other.key.order
    }
}

extension TaggingGroup.Key {
    fileprivate var order: (String, String, String, String) { (code.rawValue, parameter, value, suggestion) }
}

extension Note.Code {
    /// Whether the value is what is wrong; that of a misspelt key is any, and every click ID is another.
    fileprivate var isAboutValue: Bool { self != .misspeltParameter && self != .uncountedClickID }
}
