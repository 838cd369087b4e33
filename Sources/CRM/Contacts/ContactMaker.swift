import Attribution

/// Who makes or edits a contact outside of capture.
public enum ContactMaker: Sendable {
    case person(email: String)
    case token(name: String)
    case importer(fileName: String)

    var creator: Creator {
        switch self {
        case .person, .importer: .person
        case .token: .api
        }
    }

    /// What the timeline calls them.
    public var name: String {
        switch self {
        case .person(let email): email
        case .token(let name): name
        case .importer(let fileName): fileName
        }
    }

    var contactSource: String {
        switch self {
        case .person: "Manual Entry"
        case .token: "API"
        case .importer: "CSV Import"
        }
    }

    var interaction: Interaction {
        switch self {
        case .person: .manual
        case .token: .api
        case .importer: .csvImport
        }
    }

    var mediumID: String? {
        switch self {
        case .person: nil
        case .token(let name): name
        case .importer(let fileName): fileName
        }
    }
}
