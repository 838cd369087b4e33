/// The texts of statements for many rows, each made once: made anew for every batch they would cost more than it does.
struct ManyRowTexts {
    private struct Key: Hashable {
        let statement: ManyRowStatement
        let types: [PostgresType]
    }

    private var texts: [Key: String?] = [:]

    /// More than the program has statements; what is made for one occasion does not pile up.
    private static let capacity = 256

    mutating func text(of statement: ManyRowStatement, _ types: [ManyRowStatement.Element]) -> String? {
        let key = Key(statement: statement, types: types.map(\.type))
        if let known = texts[key] { return known }
        let text = statement.text(types)
        if texts.count >= Self.capacity { texts = [:] }
        texts.updateValue(text, forKey: key)
        return text
    }
}
