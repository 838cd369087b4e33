import Testing

@testable import CRM

/// Who was seen where is told apart in the first cells and in all others.
@Suite struct PairSetTests {
    @Test func `a person is new to a cell once, whatever the cell's number`() {
        var dice = Dice(5)
        var (set, known) = (PairSet(), Set<[UInt32]>())
        for _ in 0..<200_000 {
            let pair = [UInt32(dice.below(130)), UInt32(dice.below(1_000))]
            #expect(set.insert(pair[0], pair[1]) == known.insert(pair).inserted, "\(pair)")
        }
    }
}
