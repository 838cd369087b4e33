import Database

/// Why a request did not arrive.
public enum DeliveryProblem: String, Sendable, CaseIterable, Codable, SQLConvertible {
    /// The receiver answered with something else than success.
    case refused
    /// The name leads nowhere.
    case unknownHost = "unknown_host"
    /// Nobody said in time where the name leads.
    case slowLookUp = "slow_look_up"
    /// The name leads to a network that requests must not go to.
    case forbiddenAddress = "forbidden_address"
    case noConnection = "no_connection"
    /// The certificate is not that of the name, or nobody vouches for it.
    case insecure
    case timedOut = "timed_out"
    /// The connection broke before there was an answer.
    case brokenOff = "broken_off"
    case invalidAddress = "invalid_address"
    /// The event could not be put into words: nothing was sent, and its receiver is not to blame.
    case unreadable
}
