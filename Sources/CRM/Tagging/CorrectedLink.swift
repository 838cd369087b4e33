import Attribution

/// The address of a landing with everything put right that is known to be wrong, for a person to copy into an ad.
public struct CorrectedLink: Sendable, Equatable {
    public let url: String
    /// Whether click IDs were left out: each belongs to one click, and the ad platform adds a new one to every other.
    public let isWithoutClickIDs: Bool

    /// Nil when there is nothing to put right.
    init?(_ url: String, by notes: [Note]) {
        let corrections = notes.compactMap { TagCorrection($0, in: url) }
        guard !corrections.isEmpty else { return nil }
        let (page, fragment) = Self.parted(url, at: UInt8(ascii: "#"))
        let (address, query) = Self.parted(page, at: UInt8(ascii: "?"))
        if let query, query.utf8.contains(where: { $0 != UInt8(ascii: "&") }) {
            let (text, isShorter) = Self.corrected(query, by: corrections)
            self.url = address + text + (fragment.map { "#" + $0 } ?? "")
            isWithoutClickIDs = isShorter
        } else if let fragment, case let (route, inner?) = Self.parted(fragment, at: UInt8(ascii: "?")) {
            // Single-page apps put their query there.
            let (text, isShorter) = Self.corrected(inner, by: corrections)
            self.url = "\(address)#\(route)" + text
            isWithoutClickIDs = isShorter
        } else {
            return nil
        }
    }

    /// A query with its question mark; nothing when no parameter is left.
    private static func corrected(_ query: String, by corrections: [TagCorrection]) -> (text: String, isShorter: Bool) {
        let pairs = query.utf8.split(separator: UInt8(ascii: "&")).compactMap { TaggedPair(Substring($0)) }
        let lasting = pairs.filter { !ownPerClick.contains($0.key.lowercased()) }
        let texts = lasting.map { pair in corrections.reduce(pair) { $1.applied(to: $0) }.text }
        return (texts.isEmpty ? "" : "?" + texts.joined(separator: "&"), lasting.count < pairs.count)
    }

    private static func parted(_ text: String, at mark: UInt8) -> (before: String, after: String?) {
        guard let index = text.utf8.firstIndex(of: mark) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
    }

    /// What ad platforms and websites add to a link when it is clicked.
    private static let ownPerClick = Set(
        """
        gclid gbraid wbraid gclsrc gad_source gad_campaignid dclid msclkid fbclid ttclid twclid li_fat_id rdt_cid epik
        sccid yclid ctwa_clid igshid igsh _gl
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
