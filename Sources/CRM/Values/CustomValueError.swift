/// What a person can get wrong about a custom value.
public enum CustomValueError: Error, Equatable, CustomStringConvertible {
    case name
    case taken(key: String)
    case value
    case tooMany

    public var description: String {
        switch self {
        case .name: "A custom value needs a name of at most 100 characters with at least one letter or digit."
        case .taken(let key): "There is a custom value with the key \(key) already. Choose another name."
        case .value: "A custom value is a text of at most 10000 characters."
        case .tooMany: "There are \(CustomValues.most) custom values, which is as many as an account can have."
        }
    }
}
