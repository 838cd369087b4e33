/// The source of a conversion, and everything needed to explain it and to judge it again.
public struct Verdict: Sendable, Equatable, Codable {
    public let source: Source
    /// The finer label that an account's own rule gave.
    public let subLabel: String?
    public let rule: RuleReference
    public let evidence: [Evidence]
    /// Who sent the visitor, by name: `Google`.
    public let platform: String?
    public private(set) var notes: [Note]
    public let ruleSet: RuleSet
    public let ruleSetVersion: Int
    /// The revision of the account's rule book; nil when a built-in rule set judged on its own.
    public let revision: Int?
    public let catalogueVersion: Int
    /// The host or Android package of the referrer, unless it is the account's own.
    public let referringHost: String?

    init(
        source: Source, subLabel: String? = nil, rule: RuleReference, evidence: [Evidence],
        platform: String? = nil, notes: [Note] = [], rules: RuleBook, catalogueVersion: Int,
        referringHost: String? = nil
    ) {
        self.source = source
        self.subLabel = subLabel
        self.rule = rule
        self.evidence = evidence
        self.platform = platform
        self.notes = notes
        ruleSet = rules.ruleSet
        ruleSetVersion = rules.ruleSet.version
        revision = rules.revision
        self.catalogueVersion = catalogueVersion
        self.referringHost = referringHost
    }

    /// The same verdict with one more remark.
    public func noting(_ note: Note) -> Verdict {
        var noted = self
        noted.notes.append(note)
        return noted
    }
}
