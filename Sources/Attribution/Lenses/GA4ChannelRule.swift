/// One of GA4's channel definitions: a channel, and when a visit belongs to it.
struct GA4ChannelRule: Sendable {
    let channel: GA4ChannelGroup
    /// The condition in words, to follow "because".
    let condition: String
    let applies: @Sendable (GA4Traffic) -> Bool

    init(
        _ channel: GA4ChannelGroup, _ condition: String, applies: @escaping @Sendable (GA4Traffic) -> Bool
    ) {
        self.channel = channel
        self.condition = condition
        self.applies = applies
    }

    /// The definition that a visit falls under.
    static func first(for traffic: GA4Traffic) -> GA4ChannelRule {
        ordered.first { $0.applies(traffic) } ?? remainder
    }

    private static let remainder = GA4ChannelRule(.unassigned, "no definition covers that") { _ in true }
}
