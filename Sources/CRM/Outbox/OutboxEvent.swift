public typealias OutboxEventID = Identifier<OutboxEvent>

/// Something that has happened and that others may want to know, as the transaction in which it happens notes it.
public struct OutboxEvent: Sendable {
    public let account: AccountID
    public let type: OutboxEventType
    /// The id of what it happened to: a contact's, a note's, …; events of one object arrive in order.
    public let object: String
    /// The contact it is about, whose attribution goes along.
    public let contact: ContactID?
    /// What the receiver gets beside that: the object as it is now, in the words of the API. A contact needs none, it is
    /// looked up when the event is first sent.
    public let fields: [String: OutboxValue]
    public let at: Milliseconds
    /// The forms that brought it, all of them; empty when something else did.
    let forms: Set<String>

    public init(
        _ account: AccountID, _ type: OutboxEventType, object: String, contact: ContactID?,
        fields: [String: OutboxValue] = [:], at now: Milliseconds
    ) {
        self.init(account, type, object: object, contact: contact, fields: fields, forms: [], at: now)
    }

    init(
        _ account: AccountID, _ type: OutboxEventType, object: String, contact: ContactID?,
        fields: [String: OutboxValue] = [:], forms: Set<String>, at now: Milliseconds
    ) {
        self.account = account
        self.type = type
        self.object = object
        self.contact = contact
        self.fields = fields
        self.forms = forms
        at = now
    }
}
