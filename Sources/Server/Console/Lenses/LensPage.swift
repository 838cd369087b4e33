import Attribution
import CRM

/// Two lenses over the contacts of a period: where they agree, where they do not, and why.
struct LensPage: ConsolePage {
    static let template = "console/lenses"

    let shell: Shell
    let action: String
    let periods: [FieldControl.Option]
    let positions: [FieldControl.Option]
    let firsts: [FieldControl.Option]
    let seconds: [FieldControl.Option]
    let meanings: [Meaning]
    let meters: [Meter]
    let cut: String?
    let table: LensTable?
    let pairs: [LensDisagreementPanel]
    let otherPairs: String?
    let agreement: String?
    let emptyText: String?

    struct Meaning: Equatable {
        let name: String
        let summary: String
    }

    struct Meter: Equatable {
        let number: String
        let label: String
    }

    /// So many pairs of names are explained; the table has the rest.
    static let mostPairs = 25

    init(_ frame: Frame, _ paths: AccountPaths, _ filter: LensFilter, _ matrix: LensMatrix) {
        shell = Shell("Lenses", in: .lenses, frame)
        action = paths.lenses
        periods = LensPeriod.allCases.map { period in
            FieldControl.Option(value: period.rawValue, label: period.label, selected: period == filter.period)
        }
        positions = AttributionPosition.allCases.map { position in
            FieldControl.Option(value: position.rawValue, label: position.label, selected: position == filter.position)
        }
        firsts = Self.lenses(selected: filter.first)
        seconds = Self.lenses(selected: filter.second)
        meanings = (filter.first == filter.second ? [filter.first] : [filter.first, filter.second]).map {
            Meaning(name: $0.title, summary: $0.summary)
        }
        meters = matrix.contacts == 0 ? [] : Self.meters(matrix)
        cut = matrix.isCutAt.map { moment in
            "There are more contacts in this period than can be looked at at once: these are the newest "
                + "\(Count.grouped(matrix.contacts)), back to \(frame.clock.moment(moment).text)."
        }
        let differing = matrix.cells.filter { $0.agreement == .different }
        let told = differing.prefix(Self.mostPairs)
        let namesContacts = frame.session.user.contacts == .everything
        pairs = told.enumerated().map {
            LensDisagreementPanel($1, in: matrix, number: $0 + 1, paths, namesContacts: namesContacts)
        }
        let anchors = Dictionary(uniqueKeysWithValues: told.enumerated().map { (Labels($1), $0 + 1) })
        table =
            matrix.contacts == 0
            ? nil
            : LensTable(matrix, caption: Self.caption(filter)) { cell in
                anchors[Labels(cell)].map { "#" + LensDisagreementPanel.id($0) }
            }
        otherPairs =
            differing.count > told.count
            ? "\(Count.text(differing.count - told.count, "rarer pair")) of names are in the table alone." : nil
        agreement =
            differing.isEmpty && matrix.contacts > 0
            ? "Wherever both lenses have something to say, their names mean the same." : nil
        emptyText = matrix.contacts == 0 ? "Nobody became a contact in this period. Choose a longer one." : nil
    }

    private struct Labels: Hashable {
        let first: LensLabel
        let second: LensLabel

        init(_ cell: LensMatrix.Cell) {
            first = cell.first
            second = cell.second
        }
    }

    private static func lenses(selected: Lens) -> [FieldControl.Option] {
        Lens.allCases.map { FieldControl.Option(value: $0.rawValue, label: $0.title, selected: $0 == selected) }
    }

    private static func caption(_ filter: LensFilter) -> String {
        "Contacts by what their \(filter.position.label) attribution is called under \(filter.first.title), and by what "
            + "it is called under \(filter.second.title)."
    }

    private static func meters(_ matrix: LensMatrix) -> [Meter] {
        func meter(_ agreement: LensAgreement, _ label: String) -> Meter {
            let count = matrix.count(agreement)
            return Meter(
                number: Count.grouped(count), label: "\(label) (\(Percentage.text(count, of: matrix.contacts)))")
        }
        let all = Meter(number: Count.grouped(matrix.contacts), label: matrix.contacts == 1 ? "contact" : "contacts")
        let apart = matrix.count(.notComparable) == 0 ? [] : [meter(.notComparable, "without a web visit to compare")]
        return [all, meter(.same, "named the same"), meter(.different, "named otherwise")] + apart
    }
}
