/// What a form carries along unseen.
struct HiddenField {
    let name: String
    let value: String

    static func all(_ parameters: [(name: String, value: String)]) -> [HiddenField] {
        parameters.map { HiddenField(name: $0.name, value: $0.value) }
    }
}
