/// A phone number as it was written and as it is compared.
public struct PhoneNumber: Hashable, Sendable {
    public let text: String
    /// `+` and digits where the country is said (`+49 30 1234`, `0049 30 1234`), else the digits alone.
    public let key: String

    /// Nil when there are fewer than 5 or more than 15 digits (E.164, section 6.2.1, allows at most 15), or a whole story
    /// around them.
    public init?(_ text: String) {
        let text = text.trimmed
        guard text.utf8.count <= 64 else { return nil }
        let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(String.init).joined()
        switch true {
        case text.hasPrefix("+"): key = "+" + digits
        case digits.hasPrefix("00"): key = "+" + digits.dropFirst(2)
        default: key = digits
        }
        guard (5...15).contains(key.drop { $0 == "+" }.count) else { return nil }
        self.text = text
    }
}
