import CRM
import Foundation

/// A generator whose sequence its seed decides (SplitMix64), so that every demo tells the same story.
struct DemoRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    /// One of the elements; nil of none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &self) }

    /// One of the elements, each as often as its weight says; nil of none.
    mutating func pick<Element>(_ elements: [Element], weight: (Element) -> Int) -> Element? {
        let total = elements.reduce(0) { $0 + weight($1) }
        guard total > 0 else { return nil }
        var rest = number(0...total - 1)
        return elements.first { element in
            rest -= weight(element)
            return rest < 0
        }
    }

    mutating func seconds(_ range: ClosedRange<Int>) -> Milliseconds { Milliseconds(number(range)) * .second }

    mutating func days(_ range: ClosedRange<Int>) -> Milliseconds { Milliseconds(number(range)) * .day }

    /// Digits and letters as click IDs have them.
    mutating func clickID(_ prefix: String, length: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
        return prefix + String((0..<length).map { _ in alphabet[number(0...alphabet.count - 1)] })
    }

    /// A UUID of version 7, as browsers make them for the tracker.
    mutating func uuid(at moment: Milliseconds) -> UUID {
        let high = (UInt64(clamping: moment) << 16 | 0x7000 | next() & 0x0FFF).bigEndian
        let low = (0x8000_0000_0000_0000 | next() & 0x3FFF_FFFF_FFFF_FFFF).bigEndian
        return [high, low].withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
