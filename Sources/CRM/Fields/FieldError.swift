/// What a person can get wrong about a custom field.
public enum FieldError: Error, Equatable, CustomStringConvertible {
    case name
    case taken(key: String)
    case options(FieldType)
    case target(String)

    public var description: String {
        switch self {
        case .name: "A field needs a name of at most 100 characters with at least one letter or digit."
        case .taken(let key): "There is a field with the key \(key) already. Choose another name."
        case .options(let type): "\(type.label) needs at least one option."
        case .target(let target): "There is no field \(target) that forms may fill."
        }
    }
}
