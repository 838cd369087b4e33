import Foundation

/// A number as somebody wrote it, in the spelling that programs read: `1234.5`.
struct NumberText: Equatable {
    let text: String

    /// Takes `1234.5`, `1,234.50`, `12,5` and `1e3`. A comma before exactly three digits parts thousands. At most 30
    /// digits.
    init?(_ written: String) {
        var text = written.trimmed
        if text.hasPrefix("+") { text.removeFirst() }
        guard text.utf8.count <= 40 else { return nil }
        if let plain = Self.plain(text) ?? Self.powerOfTen(text) {
            self.text = plain
        } else {
            return nil
        }
    }

    /// An amount of money, which may have the sign of a currency before or behind it.
    init?(amount: String) {
        self.init(amount.trimmed.trimmingCharacters(in: Self.currencySigns).trimmed)
    }

    private static let currencySigns = CharacterSet(charactersIn: "$€£¥₹₽₩₪₫₴₺₦฿")

    private static func plain(_ text: String) -> String? {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard (groups + parts.dropFirst()).allSatisfy(isDigits) else { return nil }
        if groups.count == 2, parts.count == 1, groups[1].count != 3 { return "\(sign)\(groups[0]).\(groups[1])" }
        guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
            return nil
        }
        return sign + ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    /// A number as programs write very large and very small ones.
    private static func powerOfTen(_ text: String) -> String? {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard parts.count == 2, let digits = plain(String(parts[0])), let power = Int(parts[1]), abs(power) <= 30,
            let number = Decimal(string: "\(digits)e\(power)", locale: Locale(identifier: "en_US_POSIX"))
        else { return nil }
        return "\(number)"
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 30 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
