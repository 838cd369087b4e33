/// How webhooks are sent to.
public struct DeliverySettings: Sendable {
    public var rules = AddressRules()
    /// What requests call their sender.
    public var userAgent = "Headwater"
    /// A request, from the look-up of the name to the answer.
    public var timeLimit = Duration.seconds(10)
    /// Requests to one receiver at a time.
    public var concurrency = 4
    /// Receivers that are served at a time, and as many again that have failed lately.
    public var receivers = 8
    /// How often it is looked whether something waits.
    public var interval = Duration.milliseconds(500)

    public init() {}
}
