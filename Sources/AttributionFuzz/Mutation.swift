/// Makes texts that are nearly right: real ones damaged, odd pieces put together, now and then plain noise.
struct Mutation {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    var isHeads: Bool { mutating get { Bool.random(using: &random) } }

    /// Bytes that are no UTF-8 become U+FFFD, as in every text that came from outside.
    mutating func text(like samples: [String]) -> String { String(decoding: bytes(like: samples), as: UTF8.self) }

    mutating func bytes(like samples: [String]) -> [UInt8] {
        switch Int.random(in: 0..<16, using: &random) {
        case 0: return noise(upTo: 256)
        case 1: return pieces(upTo: 40)
        case 2: return long(samples)
        case 3...5: return sample(samples)
        default: return damaged(sample(samples), samples)
        }
    }

    private mutating func sample(_ samples: [String]) -> [UInt8] {
        Array((samples.randomElement(using: &random) ?? "").utf8)
    }

    private mutating func noise(upTo limit: Int) -> [UInt8] {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private mutating func pieces(upTo limit: Int) -> [UInt8] {
        (0..<Int.random(in: 0...limit, using: &random)).flatMap { _ in
            Array((FuzzSeeds.pieces.randomElement(using: &random) ?? "").utf8)
        }
    }

    /// A sample with one piece repeated beyond every limit on length, one time in eight, or nearly so.
    private mutating func long(_ samples: [String]) -> [UInt8] {
        let piece = Array((FuzzSeeds.pieces.randomElement(using: &random) ?? "").utf8)
        let count = Int.random(in: 0..<8, using: &random) == 0 ? 9_000 : Int.random(in: 0...600, using: &random)
        let middle = Array([[UInt8]](repeating: piece, count: count / max(1, piece.count)).joined())
        let bytes = sample(samples)
        let cut = Int.random(in: 0...bytes.count, using: &random)
        return Array(bytes[..<cut]) + middle + Array(bytes[cut...])
    }

    private mutating func damaged(_ original: [UInt8], _ samples: [String]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...16, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes.insert(contentsOf: pieces(upTo: 3), at: start)
            case 3: bytes = Array(bytes[..<start]) + sample(samples).suffix(end - start + 20)
            case 4: bytes.swapCase(in: start..<end)
            case 5: bytes.escape(start..<end)
            default: if start < bytes.count { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
            }
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func swapCase(in range: Range<Int>) {
        for index in range where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self[index] & 0xDF { self[index] ^= 0x20 }
    }

    /// Writes the bytes as percent escapes.
    fileprivate mutating func escape(_ range: Range<Int>) {
        let digits = [Character]("0123456789ABCDEF")
        let escaped = self[range].flatMap { Array("%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])".utf8) }
        replaceSubrange(range, with: escaped)
    }
}
