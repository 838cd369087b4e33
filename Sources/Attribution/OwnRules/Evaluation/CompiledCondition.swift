/// A condition of an own rule, ready to be asked.
struct CompiledCondition: Sendable {
    /// Where its text stands among the subjects that the rules look at.
    let slot: Int
    private let test: TextTest
    private let isNegated: Bool

    init(_ condition: OwnCondition, slot: Int) {
        self.slot = slot
        test = TextTest(condition.comparison, condition.value)
        isNegated = condition.isNegated
    }

    /// What is absent compares with nothing, so only a negated condition holds for it.
    func holds(for subjects: inout OwnSubjects) -> Bool {
        compares(subjects.bytes(at: slot)) != isNegated
    }

    private func compares(_ text: [UInt8]?) -> Bool {
        guard let text else { return false }
        return test.holds(for: text)
    }
}
