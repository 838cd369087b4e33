/// What the words of a `utm_medium` say.
enum MediumMeaning {
    private static let paidWords: [StaticString] = ["cpc", "ppc", "cpm", "cpv", "cpa", "retargeting", "display-ad"]
    private static let emailWords = ["email", "e-mail", "e_mail", "e mail", "newsletter"]

    /// `cpc`, `paid_social`, `social-paid`; not `prepaid`. ASCII letters in any case.
    static func saysPaid(_ medium: borrowing EncodedBytes) -> Bool {
        if medium.begins(with: ("paid" as StaticString).bytes, ignoringCase: true) { return true }
        for word in paidWords where medium.equals(word.bytes, ignoringCase: true) { return true }
        return endsInPaid(medium)
    }

    static func saysPaid(_ medium: String) -> Bool { saysPaid(EncodedBytes(decoded: medium.utf8.span)) }

    static func saysEmail(_ medium: String) -> Bool {
        let medium = medium.lowercased()
        return emailWords.contains(where: medium.contains)
    }

    /// Whether the word `paid` stands last, after a space, `-` or `_`.
    private static func endsInPaid(_ medium: borrowing EncodedBytes) -> Bool {
        let raw = medium.raw
        guard raw.count > 4, raw[raw.count - 1].asciiLowercased == UInt8(ascii: "d") || medium.isEncoded else {
            return false
        }
        // The last five bytes that were read, the newest lowest.
        var tail: UInt64 = 0
        var position = 0
        while let byte = medium.byte(at: &position) { tail = tail << 8 | UInt64(byte.asciiLowercased) }
        let paid: UInt64 = "paid".utf8.reduce(0) { $0 << 8 | UInt64($1) }
        guard tail & 0xFFFF_FFFF == paid else { return false }
        return [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(UInt8(truncatingIfNeeded: tail >> 32))
    }
}
