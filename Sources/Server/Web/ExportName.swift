import CRM
import Foundation

/// The name of a file that somebody keeps: what is in it, of which account, of which days, and how it was counted.
///
/// `headwater-attribution-city-dental-2026-10-01-2026-10-31-first`
struct ExportName: Sendable, Equatable {
    /// Lower-case letters, digits and hyphens.
    let ascii: String
    /// With the letters of the account's own name; nil where those are plain.
    let whole: String?

    /// Of each part no more letters than these.
    private static let mostLetters = 40

    /// - Parameter marks: what tells it from other files of these days, like the model.
    init(_ what: String, of account: Account, days: ReportDays? = nil, _ marks: [String] = []) {
        let own = Self.slug(account.name)
        let bare = Self.slug(Self.spelledOut(account.name), isPlain: true)
        let plain = bare.isEmpty ? Self.slug(account.locationID, isPlain: true) : bare
        let end = [days?.first.rawValue, days?.last.rawValue].compactMap(\.self) + marks
        ascii = Self.joined([Self.slug(Self.spelledOut(what), isPlain: true), plain] + end)
        let whole = Self.joined([Self.slug(what), own] + end)
        self.whole = whole == ascii || own.isEmpty ? nil : whole
    }

    /// The value of `Content-Disposition` (RFC 6266): what can show every letter takes the second name.
    func disposition(_ suffix: String) -> String {
        let plain = "attachment; filename=\"\(ascii).\(suffix)\""
        return whole.map { "\(plain); filename*=UTF-8''\(ConsolePath.escaped("\($0).\(suffix)"))" } ?? plain
    }

    private static func joined(_ parts: [String]) -> String {
        (["headwater"] + parts.filter { !$0.isEmpty }).joined(separator: "-")
    }

    /// Letters and digits, and a hyphen for whatever stands between them.
    private static func slug(_ text: String, isPlain: Bool = false) -> String {
        let words = text.lowercased().unicodeScalars.split { scalar in
            let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            return isPlain ? !isLetter || !scalar.isASCII : !(isLetter || isMark)
        }
        let whole = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        return whole.cut(to: mostLetters).trimmingCharacters(in: ["-"])
    }

    /// Letters without what stands above and below them: `é` as `e`.
    private static func spelledOut(_ text: String) -> String {
        let letters = ["ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"]
        let spelled = text.lowercased().map { letters[String($0)] ?? String($0) }.joined()
        let bare = spelled.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
        return String(String.UnicodeScalarView(bare))
    }
}
