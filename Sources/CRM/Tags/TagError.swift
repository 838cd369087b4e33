/// What a person can get wrong about a tag.
public enum TagError: Error, Equatable, CustomStringConvertible {
    case name
    case taken(name: String)
    case tooMany

    public var description: String {
        switch self {
        case .name: "A tag needs a name of at most \(Tag.longestName) characters."
        case .taken(let name): "There is a tag \(name) already."
        case .tooMany: "There are \(Tags.most) tags, which is as many as an account can list."
        }
    }
}
