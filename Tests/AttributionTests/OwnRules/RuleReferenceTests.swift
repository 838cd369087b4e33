import Testing

@testable import Attribution

@Suite("The number of a rule")
struct RuleReferenceTests {
    @Test(
        "says whose rule it is",
        arguments: [
            ("own 1", true), ("own 8000", true), ("own 0", false), ("own -1", false), ("own +1", false),
            ("own 01", false),
            ("own", false), ("own goal", false), ("1", false), ("4a", false), ("", false),
        ])
    func isOwn(number: String, isOwn: Bool) {
        #expect(RuleReference(number: number, name: "A").isOwn == isOwn)
    }

    @Test("of an own rule is counted from 1")
    func own() {
        #expect(OwnRule.reference(at: 0, name: "A") == RuleReference(number: "own 1", name: "A"))
        #expect(OwnRule.reference(at: 41, name: "A").isOwn)
    }
}
