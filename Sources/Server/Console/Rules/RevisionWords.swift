import CRM

/// What is said of a revision in more than one place.
enum RevisionWords {
    /// `Revision 3`; the first of all is the set that every account begins with.
    static func name(_ number: Int) -> String {
        number == 0 ? "Built-in classic" : "Revision \(number)"
    }

    static func published(_ revision: RuleRevision?, _ clock: AccountClock) -> String {
        guard let revision, revision.number > 0 else {
            return "Nothing of your own is in force: the classic rules decide alone."
        }
        let when = revision.publishedAt.map { " on \(clock.moment($0).text)" } ?? ""
        let who = revision.author.map { " by \($0)" } ?? ""
        return "\(name(revision.number)), published\(when)\(who)."
    }

    /// `12 contacts by First`, `15 contacts by Latest`, `1,280 visits`
    static func moved(_ counts: MovedCounts) -> [TextLine] {
        [
            Count.text(counts.contactsByFirst, "contact") + " by First",
            Count.text(counts.contactsByLatest, "contact") + " by Latest", Count.text(counts.touches, "visit"),
        ].map { TextLine(text: $0) }
    }
}
