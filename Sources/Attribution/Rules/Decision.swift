/// The rule that applies to a landing, and what made it apply: a verdict before anyone wants to read it.
///
/// It points at its evidence instead of copying it, so that deciding costs no memory.
public struct Decision: Sendable {
    public let rule: RuleReference
    public let source: Source
    /// The finer label that an own rule gives.
    public let subLabel: String?
    let finding: Finding

    init(rule: RuleReference, source: Source, subLabel: String? = nil, finding: Finding) {
        self.rule = rule
        self.source = source
        self.subLabel = subLabel
        self.finding = finding
    }
}
