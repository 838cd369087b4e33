/// A click as a contact's journey shows it.
public struct ClickTouch: Sendable {
    public let click: LinkClick
    public let linkName: String
    public let followUp: FollowUp

    /// Whether a page of the account's own website was seen right after a click that led there: a program with a person's
    /// name opens the link and never the page. It only flags: a person may block the script.
    public enum FollowUp: Sendable, Equatable {
        /// It led to somebody else's website.
        case unexpected
        /// It is too soon to tell.
        case awaited
        case seen
        case missing
        /// The page views of that time are gone.
        case unknown
    }

    /// After so long nobody waits for a page any more.
    static let patience: Milliseconds = 2 * .minute
}
