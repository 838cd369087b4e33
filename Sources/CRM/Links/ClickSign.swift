import Database

/// By what a click shows that a program opened the link and no person did.
public enum ClickSign: String, Sendable, CaseIterable, SQLConvertible {
    /// It asked for the headers alone, as scanners of mail do.
    case head
    /// A browser fetched it before anybody asked to see it.
    case prefetch
    /// It names itself: a crawler, a scanner, a preview of a messenger.
    case agent
    /// A browser without a screen.
    case headless
    /// Several links of one contact within seconds, as whoever opens every link of a message.
    case burst

    public var label: String {
        switch self {
        case .head: "asked for the headers alone"
        case .prefetch: "fetched ahead by a browser"
        case .agent: "a crawler, a scanner or a preview by its own name"
        case .headless: "a browser without a screen"
        case .burst: "several links of a message within seconds"
        }
    }
}
