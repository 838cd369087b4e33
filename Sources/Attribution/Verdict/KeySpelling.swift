/// Guesses which known parameter a misspelt key was meant to be.
enum KeySpelling {
    /// Keys outside these lengths resemble nothing.
    private static let lengths = 4...24

    /// The key that was meant; nil for a key that the rule set reads as it is, and for one that resembles none.
    static func meant(by key: EncodedText, under ruleSet: RuleSet) -> String? {
        guard lengths.contains(key.raw.count) else { return nil }
        let bytes = Array(key)
        let written = bytes.map(\.asciiLowercased)
        let small = String(decoding: written, as: UTF8.self)
        if let known = known[small] {
            return bytes == written || isRead(key, as: known, under: ruleSet) ? nil : known
        }
        if neighbours.contains(small) { return nil }
        // A link copied out of a page's source joins its parameters by `&amp;`.
        if let escaped = small.strippingPrefix("amp;").flatMap({ known[$0] }) { return escaped }
        return vocabulary.nearest(to: written)
    }

    /// A click ID that the rules do not count is no slip of the pen either: it is named as what it is.
    private static func isRead(_ key: EncodedText, as known: String, under ruleSet: RuleSet) -> Bool {
        ruleSet.spelling.ignoresCase(of: known) || UncountedClickID.all(under: ruleSet).contains { $0.isKey(key) }
    }

    /// Words such as `campaign` are too ordinary to be guessed at, and so are click IDs of four letters.
    private static let words =
        (Parameter.tags + [.utmKeyword, .utmMatchtype]).map(\.key) + AdSigns.of(.classic).clickIDs
        + ["dclid", "fbclid", "ttclid"]
    private static let vocabulary = Vocabulary(words)
    private static let known = Dictionary(
        uniqueKeysWithValues: (words + ["twclid", "li_fat_id", "rdt_cid", "sccid", "yclid"]).map { ($0, $0) })

    /// Other tools' own parameters, each a letter or two from one of ours.
    private static let neighbours = Set(
        """
        ymclid gclsrc dclsrc wbclid igshid irclickid gclaw qclid obclid tblci
        vmcid mc_cid mc_eid utm_id utm_ad utm_adgroup utm_audience utm_device utm_network utm_placement utm_target
        utm_referrer utm_reader utm_name utm_cid utm_creative utm_creative_format utm_marketing_tactic
        utm_source_platform utm_nooverride
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}

extension String {
    fileprivate func strippingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
