/// One way of putting a name to where a visit came from.
///
/// The same landing is read by all of them, each by its own rules, so that the names can be laid side by side.
public enum Lens: String, CaseIterable, Sendable, Codable {
    case classic, extended, ga4, original

    public var name: String {
        switch self {
        case .classic: "Headwater classic"
        case .extended: "Headwater extended"
        case .ga4: "GA4 default channels"
        case .original: "Original traffic"
        }
    }

    /// What the lens goes by, in one sentence.
    public var summary: String {
        switch self {
        case .classic:
            "Ad tags in utm_source and click IDs first, then the referring site: the documented rules of the systems "
                + "that Headwater stands in for."
        case .extended:
            "The classic rules, and more click IDs, tags in any case, paid words in utm_medium, in-app browsers and "
                + "sites that utm_source names."
        case .ga4:
            "The default channel groups of Google Analytics 4: source, medium and campaign of the visit, as Google "
                + "publishes the rules."
        case .original:
            "The eight original-traffic channels, which go by utm_medium, the referring site and the site that "
                + "utm_source names, and read no click ID; here on the same landing as the other lenses."
        }
    }

    /// How the lens reads the landing of one visit.
    public func read(
        _ landing: Landing, ownDomains: OwnDomains, catalogue: ReferrerCatalogue = .standard
    ) -> LensReading {
        LensReader(self, catalogue: catalogue).read(landing, ownDomains: ownDomains)
    }

    /// How the lens reads a conversion that has no web visit: a call, a contact created by hand or through the API.
    public func read(withoutVisit source: Source) -> LensReading {
        LensReading(lens: self, label: label(withoutVisit: source), why: WordsWithoutVisit.why(source, through: self))
    }

    /// The sources of Headwater cover what is no visit; the other lenses have nothing to say about it.
    public func label(withoutVisit source: Source) -> LensLabel {
        switch self {
        case .classic, .extended: .source(source)
        case .ga4, .original: .noVisit
        }
    }
}
