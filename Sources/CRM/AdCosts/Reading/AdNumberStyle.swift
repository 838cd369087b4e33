import Foundation

/// How a file writes numbers: which mark parts the fraction off.
enum AdNumberStyle {
    case point, comma

    private var decimalMark: Character { self == .point ? "." : "," }
    private var groupMark: Character { self == .point ? "," : "." }

    /// What one number says of the style; nil when both readings are possible.
    ///
    /// - Parameters:
    ///   - digits: digits, points and commas alone.
    ///   - isWhole: the number counts things.
    init?(evidence digits: String, isWhole: Bool) {
        let marks = digits.filter { $0 == "." || $0 == "," }
        guard let last = marks.last, let place = digits.lastIndex(of: last) else { return nil }
        let behind = digits[digits.index(after: place)...].count
        let isDecimal: Bool
        if Set(marks).count > 1 {
            isDecimal = true
        } else if marks.count > 1 || (isWhole && behind == 3) {
            isDecimal = false
        } else if behind != 3 || digits.hasPrefix("0") {
            isDecimal = true
        } else {
            return nil
        }
        self = (last == ".") == isDecimal ? .point : .comma
    }

    /// The style of a whole file: the one that its numbers speak for; where none speaks, the one that usually comes with
    /// its separator.
    static func decided(by evidence: [AdNumberStyle], separator: UInt8) -> AdNumberStyle {
        let points = evidence.count { $0 == .point }
        if points * 2 != evidence.count { return points * 2 > evidence.count ? .point : .comma }
        return separator == UInt8(ascii: ";") ? .comma : .point
    }

    /// The number; nil for what is none in this style.
    func number(_ digits: String) -> Decimal? {
        let parts = digits.split(separator: decimalMark, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), digits.utf8.count <= 30 else { return nil }
        let groups = parts[0].split(separator: groupMark, omittingEmptySubsequences: false)
        // India groups by two above the thousands.
        guard groups.dropFirst().allSatisfy({ (2...3).contains($0.count) }),
            groups.count == 1 || groups.last?.count == 3
        else { return nil }
        let whole = groups.joined()
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard !(whole + fraction).isEmpty, (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Decimal(
            string: (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction),
            locale: Locale(identifier: "en_US_POSIX"))
    }
}
