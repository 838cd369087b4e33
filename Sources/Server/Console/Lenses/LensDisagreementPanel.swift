import Attribution
import CRM

/// Contacts to which two lenses give names that do not mean the same, and why.
struct LensDisagreementPanel {
    let id: String
    let first: String
    let second: String
    let count: String
    let share: String
    let causes: [Cause]

    struct Cause {
        let sentence: String
        /// Where there is more than one cause.
        let count: String?
        let samples: [Link]
        /// How many more there are than are named.
        let more: String?
    }

    /// - Parameter namesContacts: false for somebody who sees only the contacts that are assigned to them.
    init(
        _ cell: LensMatrix.Cell, in matrix: LensMatrix, number: Int, _ paths: AccountPaths, namesContacts: Bool
    ) {
        id = Self.id(number)
        first = cell.first.text
        second = cell.second.text
        count = Count.text(cell.count, "contact")
        share = Percentage.text(cell.count, of: matrix.contacts)
        let causes = matrix.disagreements.filter { $0.first == cell.first && $0.second == cell.second }
        self.causes = causes.map {
            Cause($0, isAlone: causes.count == 1, namesContacts ? paths : nil)
        }
    }

    static func id(_ number: Int) -> String { "pair-\(number)" }
}

extension LensDisagreementPanel.Cause {
    /// - Parameter paths: nil where no contact is named.
    init(_ disagreement: LensMatrix.Disagreement, isAlone: Bool, _ paths: AccountPaths?) {
        sentence = disagreement.sentence
        count = isAlone ? nil : Count.text(disagreement.count, "contact")
        samples = paths.map { paths in disagreement.samples.map { Link($0.name, paths.contact($0.contact)) } } ?? []
        let others = disagreement.count - samples.count
        more = paths != nil && others > 0 ? "and \(Count.grouped(others)) more" : nil
    }
}
