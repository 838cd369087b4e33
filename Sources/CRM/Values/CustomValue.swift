/// A text that an account keeps in one place and puts into many: an address, an opening hour, a link.
public struct CustomValue: Sendable, Identifiable, Equatable {
    public let id: CustomValueID
    /// What merge fields call it, without `custom_values.`; it stays when the name changes.
    public let key: String
    public let name: String
    public let value: String
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds

    /// `{{ custom_values.booking_page }}`
    public var mergeField: String { "{{ custom_values.\(key) }}" }
}

public typealias CustomValueID = Identifier<CustomValue>
