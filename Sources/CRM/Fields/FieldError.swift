/// What a person can get wrong about a custom field.
public enum FieldError: Error, Equatable, CustomStringConvertible {
    case name
    case taken(key: String)
    case options(FieldType)
    case tooManyOptions
    case target(String)
    case builtIn
    case attribution
    case folder
    case folderName
    case tooMany

    public var description: String {
        switch self {
        case .name: "A field needs a name of at most 100 characters with at least one letter or digit."
        case .taken(let key): "There is a field with the key \(key) already. Choose another name."
        case .options(let type): "\(type.label) needs at least one option."
        case .tooManyOptions:
            "A field has at most \(FieldDraft.mostOptions) options of at most \(FieldDraft.longestOption) characters."
        case .target(let target): "There is no field \(target) that forms may fill."
        case .builtIn: "Every account has this field: it can be moved, but not changed or deleted."
        case .attribution: "Only a field of contacts can follow the attribution."
        case .folder: "There is no such folder for fields of this kind."
        case .folderName: "A folder needs a name of at most \(FieldFolder.longestName) characters."
        case .tooMany: "There are \(Fields.most) fields or folders, which is as many as an account can have."
        }
    }
}
