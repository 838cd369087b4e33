/// What the requests of a webhook are signed with.
public struct WebhookSecret: Sendable, Equatable {
    public let current: String
    /// The one before it, with which requests are signed too until that moment, so that a receiver can change over.
    public let former: (text: String, until: Milliseconds)?

    public init(current: String, former: (text: String, until: Milliseconds)? = nil) {
        self.current = current
        self.former = former
    }

    /// What a request that is sent at `now` is signed with, the newest first.
    public func texts(at now: Milliseconds) -> [String] {
        guard let former, former.until > now else { return [current] }
        return [current, former.text]
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.current == right.current && left.former?.text == right.former?.text
            && left.former?.until == right.former?.until
    }
}
