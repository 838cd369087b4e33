/// The values that a build has met of one field, each with a number of its own until the dictionary gives it a code.
struct FactWords {
    private var numbers: [String: UInt32] = [:]
    /// By number, less one: 0 stands for an empty value.
    private(set) var values: [String] = []

    /// So much of a value counts: attributions keep no more of a field either.
    private static let scalarLimit = 2_048

    /// The number of a value; 0 for one that says nothing.
    mutating func number(of value: String) -> UInt32 {
        if let known = numbers[value] { return known }
        let text = value.trimmed.cut(to: Self.scalarLimit)
        guard !text.isEmpty else { return 0 }
        if text != value, let known = numbers[text] { return known }
        values.append(text)
        let number = UInt32(values.count)
        numbers[text] = number
        return number
    }
}
