/// A parameter of a query.
struct APIParameter: Sendable {
    let name: String
    let schema: JSONSchema
    let isRequired: Bool
    let note: String

    static func optional(_ name: String, _ schema: JSONSchema, _ note: String = "") -> APIParameter {
        APIParameter(name: name, schema: schema, isRequired: false, note: note)
    }

    static func required(_ name: String, _ schema: JSONSchema, _ note: String = "") -> APIParameter {
        APIParameter(name: name, schema: schema, isRequired: true, note: note)
    }

    /// The account, where a token may name it.
    static let location = optional("locationId", .string, "The account; left out, it is the token's")

    /// What is wrong with it in a query; an empty value counts as none.
    func problems(in query: FormBody) -> [String] {
        let values = query.all(name).filter { !$0.isEmpty }
        guard !values.isEmpty else { return isRequired ? ["\(name) must not be empty"] : [] }
        if case .array(let element) = schema.kind {
            return values.flatMap { element.problems(in: .string($0), called: name) }
        }
        return schema.problems(in: .string(values[0]), called: name)
    }
}
