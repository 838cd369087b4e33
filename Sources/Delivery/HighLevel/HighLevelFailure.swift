import CRM

/// Why HighLevel's API gives no answer that helps.
public enum HighLevelFailure: Error, Equatable, CustomStringConvertible {
    case address
    case unreachable(DeliveryProblem)
    case token
    case forbidden
    case notThere
    case status(Int)
    case tooLarge

    public var description: String {
        switch self {
        case .address: "The base URL is none: it is like https://services.leadconnectorhq.com."
        case .unreachable(.forbiddenAddress):
            "The base URL leads to a private network: give --allow-private-addresses if that is meant."
        case .unreachable: "The API cannot be reached. Check the base URL and the connection, and run this again."
        case .token: "The API does not take the token: it is wrong, was revoked or has run out."
        case .forbidden: "The token does not open this location, or may not read its contacts."
        case .notThere: "The API has no such location."
        case .status(let status): "The API answers \(status). Run this again: what was read is kept."
        case .tooLarge: "An answer of the API is larger than an answer of it ever is."
        }
    }
}
