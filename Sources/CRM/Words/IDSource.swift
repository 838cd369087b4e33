import Foundation

/// Makes the ids and secrets of this server; a seeded one makes a test repeatable.
public struct IDSource: Sendable {
    private let random: @Sendable () -> UInt64

    public init(random: @escaping @Sendable () -> UInt64) { self.random = random }

    public static let system = IDSource { UInt64.random(in: .min ... .max) }

    /// Twenty letters and digits: eight for the millisecond, twelve (71 bits) by chance. They sort by time, byte by byte.
    public func identifier<Noun>(at now: Milliseconds) -> Identifier<Noun> {
        Identifier(rawValue: Self.digits(UInt64(clamping: now), count: 8) + letters(12))
    }

    /// One of the ids of a batch: those of one millisecond sort by `ordinal`, which has two of the twelve letters.
    public func identifier<Noun>(at now: Milliseconds, ordinal: Int) -> Identifier<Noun> {
        Identifier(
            rawValue: Self.digits(UInt64(clamping: now), count: 8) + Self.digits(UInt64(ordinal), count: 2)
                + letters(10))
    }

    /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 by chance.
    public func uuid(at now: Milliseconds) -> UUID {
        var high = UInt64(clamping: now) << 16 | 0x7000 | random() & 0x0FFF
        var low = 0x8000_0000_0000_0000 | random() & 0x3FFF_FFFF_FFFF_FFFF
        high = high.bigEndian
        low = low.bigEndian
        let bytes = withUnsafeBytes(of: high, Array.init) + withUnsafeBytes(of: low, Array.init)
        return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// `count` letters and digits by chance; 43 of them are a 256-bit secret.
    public func letters(_ count: Int) -> String {
        var text = ""
        while text.utf8.count < count {
            text += Self.digits(random() >> 4, count: min(10, count - text.utf8.count))
        }
        return text
    }

    public func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random() >> 8) }
    }

    /// The last `count` digits of a number to base 62, in the order of ASCII.
    private static func digits(_ number: UInt64, count: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
        var rest = number
        var digits: [UInt8] = []
        for _ in 0..<count {
            digits.append(alphabet[Int(rest % 62)])
            rest /= 62
        }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }
}
