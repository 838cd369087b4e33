/// What made a rule apply, as a pointer into the arrival: its text is copied only when evidence is written.
enum Finding: Sendable {
    case adTag(AdTag)
    case clickID(Parameter)
    /// A tagged link on the site of the referrer.
    case taggedLink(Parameter)
    /// `utm_medium` says paid, and `utm_source` names the site.
    case paidOnNamedSite
    /// `utm_medium` says paid, and the referrer is the site.
    case paidOnReferrer
    /// `utm_source` names the site.
    case namedSite
    case sharedLink(Parameter)
    case inAppBrowser(InAppBrowser)
    case referrer
    /// Neither referrer nor tag.
    case nothing
    /// A tag that no rule covers.
    case unclaimedTag
    /// The account's own rule at this place of its list.
    case ownRule(Int)
}
