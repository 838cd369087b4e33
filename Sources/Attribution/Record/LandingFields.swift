/// What the query of a landing says of its campaign, field by field, as the record of a conversion has it.
public struct LandingFields: Sendable {
    /// By parameter: of a repeated key the first value, even when it is empty.
    private var values = [EncodedText?](repeating: nil, count: Parameter.allCases.count)

    /// - Parameter ruleSet: the one that judged the landing; it says how keys may be spelt.
    public init(url: String, ruleSet: RuleSet) {
        for pair in QueryParameters(url: url, keys: ruleSet.spelling) {
            guard let parameter = pair.parameter else { continue }
            let place = Int(parameter.rawValue)
            if values[place] == nil { values[place] = pair.value }
        }
    }

    /// The value of a field that parameters fill; nil for any other field.
    public subscript(field: AttributionField) -> String? {
        for parameter in field.parameters {
            guard let value = values[Int(parameter.rawValue)], !value.isEmpty else { continue }
            if let text = FieldText.field(value.text) { return text.text }
        }
        return nil
    }
}
