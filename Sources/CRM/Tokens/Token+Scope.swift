extension Token {
    /// What a token may do, named as in HighLevel's API; what that API has not is named in the same way.
    public enum Scope: String, Sendable, CaseIterable {
        case readContacts = "contacts.readonly"
        case writeContacts = "contacts.write"
        case readOpportunities = "opportunities.readonly"
        case writeOpportunities = "opportunities.write"
        case readForms = "forms.readonly"
        case writeForms = "forms.write"
        case readLinks = "links.readonly"
        case writeLinks = "links.write"
        case readLocations = "locations.readonly"
        case writeLocations = "locations.write"
        case readCustomFields = "locations/customFields.readonly"
        case writeCustomFields = "locations/customFields.write"
        case readCustomValues = "locations/customValues.readonly"
        case writeCustomValues = "locations/customValues.write"
        case readTags = "locations/tags.readonly"
        case writeTags = "locations/tags.write"
        case readTasks = "locations/tasks.readonly"
        case writeTasks = "locations/tasks.write"
        case readTemplates = "locations/templates.readonly"
        case readApps = "oauth.readonly"
        case writeApps = "oauth.write"
        case readWebhooks = "webhooks.readonly"
        case writeWebhooks = "webhooks.write"
        case readRules = "attribution-rules.readonly"
        case writeRules = "attribution-rules.write"
        case readReports = "reports.readonly"
        case writeReports = "reports.write"
    }
}

extension Token.Scope {
    public var label: String {
        switch self {
        case .readContacts: "Read contacts"
        case .writeContacts: "Create, change and delete contacts"
        case .readOpportunities: "Read opportunities and pipelines"
        case .writeOpportunities: "Create, change and delete opportunities"
        case .readForms: "Read forms and submissions"
        case .writeForms: "Upload files of forms"
        case .readLinks: "Read trigger links"
        case .writeLinks: "Create, change and delete trigger links"
        case .readLocations: "Read accounts"
        case .writeLocations: "Create, change and delete accounts"
        case .readCustomFields: "Read custom fields"
        case .writeCustomFields: "Create, change and delete custom fields"
        case .readCustomValues: "Read custom values"
        case .writeCustomValues: "Create, change and delete custom values"
        case .readTags: "Read tags"
        case .writeTags: "Create, change and delete tags"
        case .readTasks: "Search tasks"
        case .writeTasks: "Create, change and delete recurring tasks"
        case .readTemplates: "Read templates"
        case .readApps: "See the accounts that an app was let into"
        case .writeApps: "Take a token for one of the accounts that an app was let into"
        case .readWebhooks: "Read webhooks and their deliveries"
        case .writeWebhooks: "Create, change and delete webhooks"
        case .readRules: "Read and test attribution rules"
        case .writeRules: "Change, publish and restore attribution rules"
        case .readReports: "Read reports and dashboards"
        case .writeReports: "Enter ad costs, and change dashboards"
        }
    }

    /// Whether it lets its holder change something.
    public var isWriting: Bool { !rawValue.hasSuffix(".readonly") }

    /// The scopes in a text as OAuth writes them; names that nobody here knows are passed over.
    public static func read(_ text: String) -> Set<Token.Scope> {
        Set(text.split { $0 == " " || $0 == "+" || $0 == "," }.compactMap { Token.Scope(rawValue: String($0)) })
    }

    /// The other way round, in the order of the list.
    public static func text(_ scopes: Set<Token.Scope>) -> String {
        allCases.filter(scopes.contains).map(\.rawValue).joined(separator: " ")
    }
}
