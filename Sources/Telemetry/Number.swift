/// Numbers as the text format writes them: whole ones without a fraction, `+Inf`, `-Inf`, `NaN`.
enum Number {
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return Int64(exactly: value).map(String.init) ?? value.description
    }
}
