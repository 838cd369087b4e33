/// Guesses which known parameter a misspelt key was meant to be.
enum KeySpelling {
    /// Keys outside these lengths resemble nothing.
    private static let lengths = 4...24

    static func meant(by key: EncodedText) -> Parameter? {
        guard lengths.contains(key.raw.count) else { return nil }
        let written = key.map(\.asciiLowercased)
        guard !neighbours.contains(String(decoding: written, as: UTF8.self)) else { return nil }
        return
            candidates
            .filter { abs($0.key.utf8.count - written.count) <= tolerance($0) }
            .map { (parameter: $0, distance: EditDistance.between(written, Array($0.key.utf8))) }
            .filter { $0.distance <= tolerance($0.parameter) }
            .min { $0.distance < $1.distance }?
            .parameter
    }

    /// Words such as `campaign` are too ordinary to be guessed at.
    private static let candidates = Parameter.tags + [.utmKeyword, .utmMatchtype] + Parameter.clickIDs

    /// Long names may miss two letters, short ones one.
    private static func tolerance(_ parameter: Parameter) -> Int { parameter.key.utf8.count >= 8 ? 2 : 1 }

    /// Other tools' own parameters, each a letter or two from one of ours.
    private static let neighbours = Set(
        """
        yclid ymclid twclid gclsrc dclsrc wbclid sccid rdt_cid igshid li_fat_id irclickid gclaw qclid obclid tblci
        vmcid mc_cid mc_eid utm_id utm_ad utm_adgroup utm_audience utm_device utm_network utm_placement utm_target
        utm_referrer utm_reader utm_name utm_cid utm_creative utm_creative_format utm_marketing_tactic
        utm_source_platform utm_nooverride
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
