/// A link whose every click is known: each contact has an address of its own for it, which leads on to the target.
public struct TriggerLink: Sendable, Identifiable {
    public let id: LinkID
    public let account: AccountID
    /// What its addresses begin with: by it alone the link is found.
    let code: String
    public let name: String
    public let target: LinkTarget
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds

    /// What stands in a message where the contact's own address is to be.
    public var mergeField: String { "{{trigger_link.\(id)}}" }
}
