/// Reads landings through two lenses at once, and says where they differ.
public struct LensPair: Sendable {
    public let first: Lens
    public let second: Lens
    private let catalogue: ReferrerCatalogue
    private let readers: (first: LensReader, second: LensReader)

    public init(_ first: Lens, _ second: Lens, catalogue: ReferrerCatalogue = .standard) {
        self.first = first
        self.second = second
        self.catalogue = catalogue
        readers = (LensReader(first, catalogue: catalogue), LensReader(second, catalogue: catalogue))
    }

    public func compare(_ landing: Landing, ownDomains: OwnDomains) -> LensComparison {
        let contrast = LensContrast(
            first: (first, readers.first.answer(landing, ownDomains: ownDomains)),
            second: (second, readers.second.answer(landing, ownDomains: ownDomains)),
            arrival: { Arrival(landing, ownDomains: ownDomains, catalogue: catalogue) },
            inSmallLetters: { lens in
                let reader = lens == first ? readers.first : readers.second
                return landing.withTagsInSmallLetters.map { reader.answer($0, ownDomains: ownDomains).label }
            })
        let labels = (contrast.first.answer.label, contrast.second.answer.label)
        return LensComparison(
            first: labels.0, second: labels.1,
            difference: labels.0.agreement(with: labels.1) == .different ? LensDifference.of(contrast) : nil)
    }

    /// Two labels for what was no web visit.
    public func compare(withoutVisit source: Source) -> LensComparison {
        LensComparison(
            first: first.label(withoutVisit: source), second: second.label(withoutVisit: source), difference: nil)
    }
}

/// The labels that two lenses give to one landing.
public struct LensComparison: Sendable, Hashable {
    public let first: LensLabel
    public let second: LensLabel
    /// Why the two do not agree, in one sentence; nil when they do. It names no value of the visitor's, so that the same
    /// cause reads the same for everyone.
    public let difference: String?
}
