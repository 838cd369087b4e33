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

    struct Row {
        let key: String
        let label: String
        let cells: [Cell]
    }

    struct Cell: Equatable {
        let text: String
        let href: String?
        let same: Bool
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
        let href: String?
    }

    static func all(_ replay: Replay, _ names: [ContactID: String], _ paths: AccountPaths) -> [ReplayVerdict] {
        ReplayView.allCases.map { ReplayVerdict($0, replay, names, paths) }
    }

    private init(_ view: ReplayView, _ replay: Replay, _ names: [ContactID: String], _ paths: AccountPaths) {
        let diff = replay.result
        let matrix = diff.matrix(view)
        title = view.title
        id = view.rawValue
        text = Self.text(view, matrix, verb: replay.kind == .preview ? "would move" : "moved")
        self.matrix = matrix.moved == 0 ? nil : Matrix(view, matrix)
        moves = matrix.moves.map { cell in
            let samples = diff.samples(view, from: cell.from, to: cell.to)
            return Move(
                id: Self.id(view, cell.from, cell.to), text: Count.text(cell.count, view.noun),
                from: SourceBadge(cell.from), to: SourceBadge(cell.to),
                samples: samples.map { Sample($0, names, paths) },
                moreText: cell.count > samples.count && !samples.isEmpty
                    ? "and \(Count.grouped(cell.count - samples.count)) more" : nil)
        }
    }

    fileprivate static func id(_ view: ReplayView, _ from: Source, _ to: Source) -> String {
        "\(view.rawValue)-\(from.rawValue)-\(to.rawValue)"
    }

    private static func text(_ view: ReplayView, _ matrix: SourceMatrix, verb: String) -> String {
        let total = Count.text(matrix.total, view.noun)
        guard matrix.moved > 0 else { return "None of \(total) \(verb)." }
        return "\(Count.grouped(matrix.moved)) of \(total) \(verb)."
    }
}

extension ReplayVerdict.Matrix {
    /// The sources that occur, before and after.
    fileprivate init(_ view: ReplayView, _ matrix: SourceMatrix) {
        let before = Source.allCases.filter { matrix.before($0) > 0 }
        let after = Source.allCases.filter { matrix.after($0) > 0 }
        columns = after.map(SourceBadge.init)
        rows = before.map { from in
            ReplayVerdict.Row(
                key: from.rawValue, label: from.label,
                cells: after.map { to in
                    let count = matrix[from, to]
                    let moves = from != to && count > 0
                    return ReplayVerdict.Cell(
                        text: count == 0 ? "–" : Count.grouped(count),
                        href: moves ? "#" + ReplayVerdict.id(view, from, to) : nil, same: from == to)
                })
        }
    }
}

extension ReplayVerdict.Sample {
    /// A contact by its name, a stranger's visit by its landing page.
    fileprivate init(_ sample: ReplaySample, _ names: [ContactID: String], _ paths: AccountPaths) {
        let page = LandingWords.page(sample.landingURL)
        label = sample.contact.flatMap { names[$0] } ?? page
        href = sample.contact.flatMap { names[$0] == nil ? nil : paths.contact($0) }
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
