/// One step of a rule set: a source, and when it applies.
struct Rule: Sendable {
    let reference: RuleReference
    private let source: Source
    private let finding: @Sendable (Arrival) -> Finding?

    /// The closure says what speaks for the source, or nil where the rule does not apply.
    init(_ number: String, _ name: String, _ source: Source, finding: @escaping @Sendable (Arrival) -> Finding?) {
        reference = RuleReference(number: number, name: name)
        self.source = source
        self.finding = finding
    }

    func decision(on arrival: Arrival) -> Decision? {
        finding(arrival).map { Decision(rule: reference, source: source, finding: $0) }
    }
}
