/// A share of a whole in words.
enum Percentage {
    /// `12 %`; `under 1 %` for what is little and not nothing; never `100 %` while something is missing.
    static func text(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0 %" }
        guard part < whole else { return "100 %" }
        let percent = (Double(part) / Double(whole) * 100).rounded()
        return percent < 1 ? "under 1 %" : "\(min(Int(percent), 99)) %"
    }
}
