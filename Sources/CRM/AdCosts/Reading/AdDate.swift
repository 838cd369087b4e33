/// The day in a cell, as exports write it.
enum AdDate: Hashable {
    case day(CalendarDate)
    /// `3/4/2026`: which of the two is the month, the file must tell.
    case either(first: Int, second: Int, year: Int)

    /// Nil for what is no day: `2026-11-21`, `20261121`, `Nov 21, 2026`, `Saturday, 21 November 2026`, `21.11.2026`,
    /// `11/21/26`; a time of day behind it is passed over.
    init?(_ cell: String) {
        let text = cell.trimmed.prefix(60)
        let words = text.split { " ,\t\u{A0}\u{202F}".contains($0) }.map(String.init)
        guard let first = words.first else { return nil }
        if let date = Self.named(words) {
            self = .day(date)
        } else if let date = Self.numbers(String(first.prefix { $0 != "T" })) {
            self = date
        } else {
            return nil
        }
    }

    /// The day, once it is known what comes first.
    func day(_ order: AdDateOrder?) -> CalendarDate? {
        switch (self, order) {
        case (.day(let day), _): day
        case (.either(let first, let second, let year), .dayFirst): Self.date(year, second, first)
        case (.either(let first, let second, let year), .monthFirst): Self.date(year, first, second)
        case (.either(let first, let second, let year), nil):
            first == second ? Self.date(year, first, second) : nil
        }
    }

    private static func numbers(_ text: String) -> AdDate? {
        if text.utf8.count == 8, let number = Int(text) {
            return date(number / 10_000, number / 100 % 100, number % 100).map { .day($0) }
        }
        let pieces = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        let parts = pieces.compactMap {
            $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil
        }
        guard pieces.count == 3, parts.count == 3 else { return nil }
        if pieces[0].utf8.count == 4 { return date(parts[0], parts[1], parts[2]).map { .day($0) } }
        guard pieces[2].utf8.count == 4 || pieces[2].utf8.count == 2 else { return nil }
        let year = parts[2] < 100 ? 2_000 + parts[2] : parts[2]
        // Where points part a date, the day comes first everywhere.
        if text.contains(".") { return date(year, parts[1], parts[0]).map { .day($0) } }
        guard date(year, parts[0], parts[1]) != nil || date(year, parts[1], parts[0]) != nil else { return nil }
        return .either(first: parts[0], second: parts[1], year: year)
    }

    private static func named(_ words: [String]) -> CalendarDate? {
        let place = words.firstIndex { word in
            let letters = word.lowercased().prefix { $0.isLetter }
            return letters.count >= 3 && months.contains { $0.hasPrefix(letters) }
        }
        guard let place, let month = months.firstIndex(where: { $0.hasPrefix(words[place].lowercased().prefix(3)) })
        else {
            return nil
        }
        let numbers = words.compactMap { Int($0) }
        guard numbers.count >= 2, let year = numbers.first(where: { $0 > 31 }),
            let day = numbers.first(where: { (1...31).contains($0) })
        else { return nil }
        return date(year, month + 1, day)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        CalendarDate("\(String(10_000 + year).suffix(4))-\(month)-\(day)")
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
