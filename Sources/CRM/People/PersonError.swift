/// Why something about a user cannot be done.
public enum PersonError: Error, Equatable, CustomStringConvertible {
    case email, password, taken
    /// The password that was typed to confirm a change.
    case wrongPassword
    /// Too many tries; again after so many seconds.
    case throttled(seconds: Int)
    /// Somebody has to be left who may change things.
    case lastAdministrator
    /// The link was used, has expired, or never was.
    case link

    public var description: String {
        switch self {
        case .email: "This is not a complete e-mail address."
        case .password: "A password has at least 10 characters."
        case .taken: "There is a user with this e-mail already."
        case .wrongPassword: "This is not your present password."
        case .throttled(let seconds): "Too many attempts. Try again in \(seconds) seconds."
        case .lastAdministrator: "This is the last administrator: make somebody else one first."
        case .link: "This link was used already, or has expired. Ask for another one."
        }
    }
}
