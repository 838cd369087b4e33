import Attribution
import CRM

/// What the address of a report says that has no meaning there, and what is shown instead: sentences for people.
///
/// Programs are refused; a page shows what could be read, and says these above it.
struct ReportAddressFaults {
    private(set) var sentences: [String] = []
    let query: FormBody

    /// More sentences than these are read by nobody.
    private static let mostSentences = 4

    /// What every report is asked for.
    ///
    /// - Parameter mostDays: how many days of one's own there may be.
    init(_ query: FormBody, mostDays: Int = .max) {
        self.query = query
        checkDays(most: mostDays)
        check(
            "model", of: AttributionPosition.allCases.map(\.rawValue), "The attribution",
            shown: "First is shown")
        check("compare", of: ReportComparison.allCases.map(\.rawValue), "The comparison", shown: "nothing is compared")
        check("order", of: ["asc", "desc"], "The order", shown: "the largest come first")
    }

    /// All of it; nil where everything was understood.
    var text: String? {
        guard !sentences.isEmpty else { return nil }
        let left = sentences.count - Self.mostSentences
        let rest = left > 0 ? ["\(Count.text(left, "more part")) of the address had no meaning."] : []
        return (sentences.prefix(Self.mostSentences) + rest).joined(separator: " ")
    }

    mutating func add(_ sentence: String) { sentences.append(sentence) }

    /// A parameter that is one of some words.
    mutating func check(_ name: String, of words: [String], _ what: String, shown: String) {
        guard let text = query.text(name), !words.contains(text) else { return }
        add("\(what) \(Self.quoted(text)) is not known; \(shown).")
    }

    /// - Parameter shown: how many rows there are now.
    mutating func checkLimit(_ range: ClosedRange<Int>, shown: Int) {
        guard let text = query.text("limit") else { return }
        if let number = Int(text), range.contains(number) { return }
        add(
            "\(Self.quoted(text)) is no number of rows from 1 to \(Count.grouped(range.upperBound)); "
                + "at most \(Count.text(shown, "row")) of a level stand here.")
    }

    private mutating func checkDays(most: Int) {
        let usual = "the last 30 days are shown"
        let preset = query.text("preset")
        let (from, to) = (query.text("from"), query.text("to"))
        let (first, last) = (from.flatMap { CalendarDate($0) }, to.flatMap { CalendarDate($0) })
        let days = first.flatMap { first in last.flatMap { ReportDays(first, $0) } }
        if let preset, preset != "own" {
            guard ReportPreset(rawValue: preset) == nil else { return }
            let own = days.flatMap { $0.count <= most ? "\(DayText.range($0)) is shown" : nil }
            return add("The period \(Self.quoted(preset)) is not known; \(own ?? usual).")
        }
        if from == nil, to == nil {
            if preset != nil { add("No days were given; \(usual).") }
        } else if let wrong = [first == nil ? from : nil, last == nil ? to : nil].compactMap(\.self).first {
            add("\(Self.quoted(wrong)) is no day; \(usual).")
        } else if first == nil || last == nil {
            add("The \(first == nil ? "first" : "last") day is missing; \(usual).")
        } else if let days {
            if days.count > most { add("These are more than \(Count.grouped(most)) days; \(usual).") }
        } else {
            add("The start is after the end; \(usual).")
        }
    }

    /// What somebody else may have written: cut short, on one line, and in quotation marks.
    static func quoted(_ text: String) -> String {
        let line = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            // Marks that turn the direction of a line would turn what stands behind it.
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: Character(scalar)
            }
        }
        let whole = String(line)
        let cut = whole.cut(to: 40)
        return "“\(cut)\(cut == whole ? "" : "…")”"
    }
}
