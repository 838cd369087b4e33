extension LensDifference {
    /// Extended reads `utm_*` tags in any case; no other lens does.
    ///
    /// Capital letters are the cause when small ones would change what the other lens says: to what extended says or,
    /// where extended goes by a tag that the other does not see, to anything. Stands first, because what a lens cannot
    /// see is no matter of its rules.
    static let letters = LensDifference("Letters") { contrast in
        guard let extended = contrast.extended, let finding = extended.answer.decision?.finding else { return nil }
        let other = contrast.opposite(.extended)
        guard let respelt = contrast.inSmallLetters(other.lens), respelt != other.answer.label,
            respelt.agreement(with: extended.answer.label) == .same
                || finding.restsOnTag(missingIn: contrast.arrival().present)
        else { return nil }
        return other.lens == .classic
            ? "Extended reads utm_* tags in any case; classic takes capital and small letters as different."
            : "\(extended.lens.name) reads the keys of utm_* tags in any case; \(other.lens.spoken) knows them in small "
                + "letters alone."
    }
}

extension Finding {
    /// Whether a `utm_*` tag made the rule apply that is not among these.
    fileprivate func restsOnTag(missingIn present: ParameterSet) -> Bool {
        switch self {
        case .adTag, .namedSite: !present.contains(.utmSource)
        case .paidOnNamedSite: !present.contains(.utmSource) || !present.contains(.utmMedium)
        case .paidOnReferrer: !present.contains(.utmMedium)
        case .taggedLink(let tag): !present.contains(tag)
        case .unclaimedTag: present.isDisjoint(with: .tags)
        case .clickID, .sharedLink, .inAppBrowser, .referrer, .nothing, .ownRule: false
        }
    }
}
