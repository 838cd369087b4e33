import Attribution
import CRM

/// What a replay says of First, of Latest, or of visits: how many move from which source to which, and who.
struct ReplayVerdict {
    let title: String
    let id: String
    let text: String
    let matrix: Matrix?
    let moves: [Move]

    struct Matrix {
        let columns: [SourceBadge]
        let rows: [Row]
    }

    /// What becomes of those that have one source today.
    struct Row {
        let key: String
        let label: String
        let cells: [Cell]
        /// How many keep it.
        let kept: String
    }

    struct Cell: Equatable {
        /// The source of the column, for a phone, where a table's heads are not shown.
        let column: String
        let some: Bool
        let text: String
        let href: String
    }

    struct Move {
        let id: String
        let text: String
        let from: SourceBadge
        let to: SourceBadge
        let samples: [Sample]
        let moreText: String?
    }

    struct Sample {
        let label: String
        /// To the contact; nil for the visit of somebody whom nobody knows.
        let href: String?
        /// Where such a visit came from, and when.
        let detail: String?
    }

    static func all(
        _ replay: Replay, _ names: [ContactID: String], _ frame: Frame, _ paths: AccountPaths
    ) -> [ReplayVerdict] {
        ReplayView.allCases.map { ReplayVerdict($0, replay, names, frame, paths) }
    }

    private init(
        _ view: ReplayView, _ replay: Replay, _ names: [ContactID: String], _ frame: Frame, _ paths: AccountPaths
    ) {
        let diff = replay.result
        let matrix = diff.matrix(view)
        title = view.title
        id = view.rawValue
        text = Self.text(view, matrix, replay.kind)
        self.matrix = matrix.moved == 0 ? nil : Matrix(view, matrix)
        moves = matrix.moves.map { cell in
            let samples = diff.samples(view, from: cell.from, to: cell.to)
            return Move(
                id: Self.id(view, cell.from, cell.to), text: Count.text(cell.count, view.noun),
                from: SourceBadge(cell.from), to: SourceBadge(cell.to),
                samples: samples.map { Sample($0, names, frame.clock, paths) },
                moreText: cell.count > samples.count && !samples.isEmpty
                    ? "and \(Count.grouped(cell.count - samples.count)) more" : nil)
        }
    }

    fileprivate static func id(_ view: ReplayView, _ from: Source, _ to: Source) -> String {
        "\(view.rawValue)-\(from.rawValue)-\(to.rawValue)"
    }

    private static func text(_ view: ReplayView, _ matrix: SourceMatrix, _ kind: Replay.Kind) -> String {
        let total = Count.text(matrix.total, view.noun)
        let moved = matrix.moved > 0 ? Count.grouped(matrix.moved) : "None"
        switch kind {
        case .preview: return "\(moved) of \(total) would be seen otherwise."
        case .publication: return "\(moved) of \(total) \(matrix.moved > 1 ? "are" : "is") seen otherwise."
        }
    }
}

extension ReplayVerdict.Matrix {
    /// A row for every source that loses some, a column for every source that wins some: the others say nothing.
    fileprivate init(_ view: ReplayView, _ matrix: SourceMatrix) {
        let losing = Source.allCases.filter { matrix.before($0) > matrix[$0, $0] }
        let winning = Source.allCases.filter { matrix.after($0) > matrix[$0, $0] }
        columns = winning.map(SourceBadge.init)
        rows = losing.map { from in
            ReplayVerdict.Row(
                key: from.rawValue, label: from.label,
                cells: winning.map { to in
                    let count = from == to ? 0 : matrix[from, to]
                    return ReplayVerdict.Cell(
                        column: to.label, some: count > 0, text: Count.grouped(count),
                        href: "#" + ReplayVerdict.id(view, from, to))
                }, kept: Count.grouped(matrix[from, from]))
        }
    }
}

extension ReplayVerdict.Sample {
    /// A contact by its name; a stranger's visit by the address it landed on, tags included, its referrer and its time.
    fileprivate init(
        _ sample: ReplaySample, _ names: [ContactID: String], _ clock: AccountClock, _ paths: AccountPaths
    ) {
        if let contact = sample.contact, let name = names[contact] {
            label = name
            href = paths.contact(contact)
            detail = nil
        } else {
            label = LandingWords.address(sample.landingURL)
            href = nil
            let referrer = sample.landingReferrer.flatMap { Host(url: $0)?.name }.map { "from \($0)" }
            let details = [referrer, sample.startedAt.map { clock.moment($0).text }].compactMap { $0 }
            detail = details.isEmpty ? nil : details.joined(separator: ", ")
        }
    }
}

extension ReplayView {
    fileprivate var title: String {
        switch self {
        case .first: "Contacts by First"
        case .latest: "Contacts by Latest"
        case .touches: "Visits"
        }
    }

    fileprivate var noun: String { self == .touches ? "visit" : "contact" }
}
