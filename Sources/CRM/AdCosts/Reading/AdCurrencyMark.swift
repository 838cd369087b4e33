/// The mark of a currency in an export: `$`, `US$`, `€`, `zł`, `CHF`.
enum AdCurrencyMark {
    /// Nil for a mark that nothing is known of.
    ///
    /// - Parameter own: what the account uses: `$` is the Canadian dollar to a Canadian business.
    static func currency(_ mark: String, own: Currency) -> Currency? {
        if let code = Currency(rawValue: mark) { return code }
        guard let codes = marks[mark.lowercased()] else { return nil }
        return codes.contains(own.rawValue) ? own : codes.first.flatMap { Currency(rawValue: $0) }
    }

    /// Those that use the mark, the one that is meant by strangers first.
    private static let marks: [String: [String]] = [
        "$": ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"], "us$": ["USD"],
        "ca$": ["CAD"], "c$": ["CAD"], "a$": ["AUD"], "au$": ["AUD"], "nz$": ["NZD"], "hk$": ["HKD"], "s$": ["SGD"],
        "mx$": ["MXN"], "nt$": ["TWD"], "r$": ["BRL"], "€": ["EUR"], "£": ["GBP"], "¥": ["JPY", "CNY"],
        "cn¥": ["CNY"], "jp¥": ["JPY"], "₹": ["INR"], "₩": ["KRW"], "₪": ["ILS"], "₽": ["RUB"], "₺": ["TRY"],
        "₫": ["VND"], "฿": ["THB"], "₱": ["PHP"], "₦": ["NGN"], "₴": ["UAH"], "zł": ["PLN"], "kč": ["CZK"],
        "ft": ["HUF"], "lei": ["RON"], "kr": ["SEK", "NOK", "DKK"], "kr.": ["DKK", "SEK", "NOK"], "fr.": ["CHF"],
        "rp": ["IDR"], "rm": ["MYR"],
    ]
}
