/// An entry of the catalogue as the rules see it: small enough to be handed around for nothing.
struct Site: Sendable {
    let kind: ReferrerKind
    /// Google's web search and the searches beside it, such as Google Images (Rule 3).
    let isGoogleSearch: Bool
    /// Which entry of its catalogue it is.
    let index: UInt16

    init(entry: ReferrerEntry, index: UInt16) {
        kind = entry.kind
        isGoogleSearch = entry.isGoogleSearch
        self.index = index
    }
}
