/// Writes international host labels in ASCII (RFC 3492).
enum Punycode {
    private static let base = 36
    private static let tMin = 1
    private static let tMax = 26
    private static let skew = 38
    private static let damp = 700
    private static let initialBias = 72
    private static let initialN = 128

    /// A DNS label has at most 63 bytes; what is longer is no host, and encoding it would take quadratic time.
    private static let labelLimit = 63

    /// The label itself when it is ASCII, else `xn--` and its encoding.
    static func label(_ scalars: [Unicode.Scalar]) -> String {
        if scalars.allSatisfy(\.isASCII) || scalars.count > labelLimit {
            return String(String.UnicodeScalarView(scalars))
        }
        return "xn--" + encoded(scalars.map { Int($0.value) })
    }

    private static func encoded(_ points: [Int]) -> String {
        let basic = points.filter { $0 < initialN }
        var output = basic.map { UInt8($0) }
        if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
        var n = initialN
        var delta = 0
        var bias = initialBias
        var handled = basic.count
        while handled < points.count {
            // At most 63 points below 0x110000: nothing here can overflow.
            let next = points.lazy.filter { $0 >= n }.min() ?? n
            delta += (next - n) * (handled + 1)
            n = next
            for point in points {
                if point < n { delta += 1 }
                guard point == n else { continue }
                output += digits(of: delta, bias: bias)
                bias = adapted(delta: delta, count: handled + 1, isFirst: handled == basic.count)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The delta as a number of variable length.
    private static func digits(of delta: Int, bias: Int) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = delta
        var k = base
        while true {
            let threshold = min(max(k - bias, tMin), tMax)
            if rest < threshold { break }
            digits.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            k += base
        }
        digits.append(digit(rest))
        return digits
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    private static func adapted(delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }
}
