import Foundation

/// A decimal number as the server sends it: what `sum` makes of 64-bit numbers.
struct PostgresNumeric {
    let value: SQLValue

    /// Digits of base 10,000 behind a head of four 16-bit numbers: how many, the weight of the first, sign, scale.
    init(_ bytes: UnsafeRawBufferPointer) {
        let words = (0..<bytes.count / 2).map { index in
            UInt16(bytes[2 * index]) << 8 | UInt16(bytes[2 * index + 1])
        }
        guard words.count >= 4, words[2] == 0 || words[2] == 0x4000 else {
            // Not a number, or infinite.
            value = .real(.nan)
            return
        }
        let weight = Int(Int16(bitPattern: words[1]))
        let digits = words[4...].map(Int64.init)
        let isNegative = words[2] == 0x4000
        value =
            Self.integer(digits, weight, isNegative).map(SQLValue.integer)
            ?? .real(Self.real(digits, weight, isNegative))
    }

    /// Nil with a fraction, and beyond 64 bits.
    private static func integer(_ digits: [Int64], _ weight: Int, _ isNegative: Bool) -> Int64? {
        guard digits.count <= weight + 1 || digits.dropFirst(max(0, weight + 1)).allSatisfy({ $0 == 0 }) else {
            return nil
        }
        var number: Int64 = 0
        for index in 0..<max(0, weight + 1) {
            let digit = index < digits.count ? digits[index] : 0
            let (shifted, tooFar) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, tooMuch) =
                isNegative
                ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard !tooFar, !tooMuch else { return nil }
            number = sum
        }
        return number
    }

    private static func real(_ digits: [Int64], _ weight: Int, _ isNegative: Bool) -> Double {
        let size = digits.enumerated().reduce(0) { sum, digit in
            sum + Double(digit.element) * pow(10_000, Double(weight - digit.offset))
        }
        return isNegative ? -size : size
    }
}
