/// What made a rule apply, as a pointer into the arrival: its text is copied only when evidence is written.
enum Finding: Sendable {
    case adTag(AdTag)
    case clickID(AdClickID)
    /// A tagged link on the site of the referrer.
    case taggedLink(Parameter)
    case referrer
    /// Neither referrer nor tag.
    case nothing
    /// A tag that no rule covers.
    case unclaimedTag
}
