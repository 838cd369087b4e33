/// What a webhook is told of: chosen types, or everything there is and will be.
public enum WebhookEvents: Sendable, Equatable {
    case all
    case chosen(Set<OutboxEventType>)

    public func contains(_ type: OutboxEventType) -> Bool {
        switch self {
        case .all: type != .webhookTest
        case .chosen(let types): types.contains(type)
        }
    }

    /// The types as words, or `*`; what a later version knows and this one does not is passed over.
    init(stored text: String) {
        guard text != "*" else {
            self = .all
            return
        }
        self = .chosen(Set(text.split(separator: " ").compactMap { OutboxEventType(rawValue: String($0)) }))
    }

    var stored: String {
        switch self {
        case .all: "*"
        case .chosen(let types): types.map(\.rawValue).sorted().joined(separator: " ")
        }
    }
}
