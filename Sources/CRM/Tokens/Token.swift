/// A private integration token: a program's way in, for one account.
public struct Token: Sendable, Identifiable {
    public let id: TokenID
    public let account: AccountID
    public let name: String
    public let scopes: Set<Scope>
    public let createdAt: Milliseconds
    public let lastUsedAt: Milliseconds?

    /// What a token may do, named as in HighLevel's API.
    public enum Scope: String, Sendable, CaseIterable {
        case readContacts = "contacts.readonly"
        case writeContacts = "contacts.write"
        case readRules = "attribution-rules.readonly"
        case writeRules = "attribution-rules.write"

        public var label: String {
            switch self {
            case .readContacts: "Read contacts"
            case .writeContacts: "Create, change and delete contacts"
            case .readRules: "Read and test attribution rules"
            case .writeRules: "Change, publish and restore attribution rules"
            }
        }
    }
}
