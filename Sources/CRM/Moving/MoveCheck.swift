import Crypto
import Database

/// What a table holds, in a form that two databases can compare: how many rows, and a sum over the hash of each.
///
/// The sum is the same in whatever order the rows come.
struct MoveCheck: Sendable, Equatable {
    private(set) var rows = 0
    private var sum: (UInt64, UInt64) = (0, 0)

    /// The 128-bit sum, as 32 digits.
    var checksum: String {
        [sum.0, sum.1].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    mutating func add(_ values: [SQLValue]) {
        var hash = SHA256()
        for value in values { Self.add(value, to: &hash) }
        let digest = Array(hash.finalize())
        sum.0 &+= Self.number(digest[0..<8])
        sum.1 &+= Self.number(digest[8..<16])
        rows += 1
    }

    /// Each value says of what kind and how long it is, so that no two rows of values are the same bytes.
    private static func add(_ value: SQLValue, to hash: inout SHA256) {
        func add(_ kind: UInt8, _ bytes: some Sequence<UInt8>) {
            let bytes = Array(bytes)
            hash.update(data: [kind] + Self.bytes(UInt64(bytes.count)) + bytes)
        }
        switch value {
        case .null: add(0, [])
        case .integer(let number): add(1, Self.bytes(UInt64(bitPattern: number)))
        case .real(let number): add(2, Self.bytes(number.bitPattern))
        case .text(let text): add(3, text.utf8)
        case .blob(let blob): add(4, blob)
        }
    }

    private static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian, Array.init) }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    static func == (left: MoveCheck, right: MoveCheck) -> Bool {
        left.rows == right.rows && left.sum == right.sum
    }
}
