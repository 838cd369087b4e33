import Attribution

/// Reads own domains from the text they are stored as, each text once: nearly all touches of an account share one.
struct OwnDomainsReader {
    private var known: [String: OwnDomains] = [:]

    mutating func read(_ text: String) throws -> OwnDomains {
        if let domains = known[text] { return domains }
        let domains = OwnDomains(try JSONText.decode(from: text) as [String])
        known[text] = domains
        return domains
    }
}
