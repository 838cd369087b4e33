import Attribution
import Database

/// One business; HighLevel calls it a location. Everything else belongs to one account.
public struct Account: Sendable, Identifiable {
    public let id: AccountID
    /// What the outside calls it: `locationId`.
    public let locationID: String
    /// What the script on the website carries: `tk_…`.
    public let trackingID: String
    public var name: String
    /// IANA name; the days of reports are days of this zone.
    public var timeZone: String
    /// The day on which the weeks of its reports begin.
    public var weekStartsOn: Weekday
    /// How many days a non-direct landing is remembered for a later direct visit; 0 turns it off.
    public var lookBackDays: Int
    public var honoursGPC: Bool
    public var ipStorage: IPStorage
    /// For how many months page views, custom events and the visits of strangers are kept; 0 keeps them for ever.
    public var pageViewMonths: Int
    /// A person must confirm before a visitor known by an e-mail match alone changes a contact's e-mail.
    public var confirmsEmailChanges: Bool
    /// Signs what a hosted form's page hands through the browser.
    public let formSecret: [UInt8]
    public let createdAt: Milliseconds
    /// The account's own domains, sorted; empty means that any website may send.
    public let domains: [String]
    /// The same, ready to be compared with.
    public let ownDomains: OwnDomains
    public internal(set) var excludedReferrers: [String]
    /// The revision of the rules in use; nil until something is published.
    let rulesRevision: Int?
}

/// How long the IP address of a visitor is kept.
public enum IPStorage: String, Sendable, CaseIterable, SQLConvertible {
    /// Whole for 30 days (time zone and fraud checks), then cut to /24 or /48.
    case cutAfter30Days = "cut_after_30_days"
    case whole
    case cut
    case never
}
