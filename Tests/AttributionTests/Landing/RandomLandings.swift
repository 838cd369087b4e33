@testable import Attribution

/// Landings that nobody would write: noise, odd pieces put together, and real ones damaged.
struct RandomLandings {
    private static let pieces = [
        "https://", "http:", "android-app://", "//", "/", "\\", "?", "#", "&", "=", "%", "%41", "%zz", "%00", "+", ";",
        "@", ":", "[", "]", ".", "google.com", "facebook.com", "bing.com", "clinic.example", "co.uk", "github.io",
        "utm_source", "UTM_MEDIUM", "utm_campaign=x", "gclid=1", "fbclid=", "ScCid=1", "adwords", "fb_ad", "cpc", "{{",
        "}}", "{x}", "ü", "例", "\u{0}", "\n", "\t", " ", "\u{202E}", "👩‍👩‍👧", "xn--", "xn--mnchen-3ya", "null", "İ", "ß",
    ]

    private var random: SeededGenerator
    private let real: [RealWorldCase]

    init(seed: Int, real: [RealWorldCase] = []) {
        random = SeededGenerator(seed: UInt64(seed))
        self.real = real
    }

    /// With a referrer as often as not.
    mutating func next() -> Landing {
        let row = real.randomElement(using: &random)
        return Landing(
            url: text(row?.url), referrer: Bool.random(using: &random) ? text(row?.referrer) : nil,
            userAgent: Bool.random(using: &random) ? text(row?.userAgent) : nil)
    }

    mutating func text() -> String { text(nil) }

    private mutating func text(_ original: String?) -> String {
        if let original, Int.random(in: 0..<4, using: &random) > 0 { return damaged(original) }
        if Bool.random(using: &random) { return piecedTogether(count: 0...40) }
        let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func piecedTogether(count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).compactMap { _ in Self.pieces.randomElement(using: &random) }
            .joined()
    }

    /// A few bytes changed, cut out, doubled or put in; what is no UTF-8 any more is repaired as texts always are.
    private mutating func damaged(_ original: String) -> String {
        var bytes = Array(original.utf8)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes.insert(contentsOf: Array(piecedTogether(count: 1...2).utf8), at: start)
            default: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &random) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
