/// A form built in the console: hosted at `/f/<id>`, or embedded by one script line.
public struct Form: Sendable, Identifiable {
    public let id: FormID
    public let account: AccountID
    public let name: String
    public let definition: FormDefinition
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds
}
