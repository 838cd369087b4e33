/// Reads landings through one lens.
public struct LensReader: Sendable {
    public let lens: Lens
    private let catalogue: ReferrerCatalogue
    private let classifier: Classifier

    public init(_ lens: Lens, catalogue: ReferrerCatalogue = .standard) {
        self.lens = lens
        self.catalogue = catalogue
        classifier = Classifier(lens == .extended ? .extended : .classic, catalogue: catalogue)
    }

    public func read(_ landing: Landing, ownDomains: OwnDomains) -> LensReading {
        let answer = answer(landing, ownDomains: ownDomains)
        return LensReading(lens: lens, label: answer.label, why: why(answer, landing, ownDomains))
    }

    /// The label with what it was chosen by, without the words that explain it.
    func answer(_ landing: Landing, ownDomains: OwnDomains) -> LensAnswer {
        switch lens {
        case .classic, .extended:
            return .headwater(classifier.decide(landing, ownDomains: ownDomains))
        case .ga4:
            let traffic = GA4Traffic(
                Arrival(landing, ownDomains: ownDomains, catalogue: catalogue), catalogue: catalogue)
            return .ga4(.first(for: traffic), traffic)
        case .original:
            return .original(
                OriginalTraffic(firstLanding: landing, ownDomains: ownDomains, catalogue: catalogue).channel)
        }
    }

    private func why(_ answer: LensAnswer, _ landing: Landing, _ ownDomains: OwnDomains) -> String {
        switch answer {
        case .headwater:
            classifier.classify(landing, ownDomains: ownDomains).sentence
        case .ga4(let rule, let traffic):
            "\(rule.channel.label), because GA4 would see \(traffic.words), and \(rule.condition)."
        case .original(let channel):
            "\(channel.label), because \(OriginalWords.reason(for: channel, landing, ownDomains, catalogue))."
        }
    }
}
