/// The rule that applies to an arrival, and what made it apply.
struct Decision: Sendable {
    let rule: RuleReference
    let source: Source
    let finding: Finding
}
