import Attribution

/// Looks for the landing that a direct conversion takes over: page by page, until every book has what it needs.
struct CarryOverSearch {
    private(set) var found: [EarlierLanding] = []
    /// The books in whose eyes the conversion is direct, each with the owners of whom it has found no landing yet.
    private var open: [(classifier: Classifier, owners: Set<ContactID?>)]
    private let ownDomains: OwnDomains
    private let takesAny: Bool

    /// - Parameters:
    ///   - contacts: whose the conversion may turn out to be; what is nobody's yet can be taken over in any case.
    ///   - isAlone: whether the visitor converts only once in the batch, so that the newest landing of any of them
    ///     counts. Of several conversions one may change whose the landings are that the next one sees.
    init(_ classifiers: [Classifier], _ ownDomains: OwnDomains, contacts: Set<ContactID?>, isAlone: Bool) {
        let owners = contacts.union([nil])
        open = classifiers.map { ($0, owners) }
        self.ownDomains = ownDomains
        takesAny = isAlone
    }

    var isOver: Bool { open.isEmpty }

    mutating func take(_ landing: EarlierLanding) {
        var isFound = false
        for index in open.indices where open[index].owners.contains(landing.contact) {
            let decision = open[index].classifier.decide(landing.landing, ownDomains: ownDomains)
            guard decision.source != .direct else { continue }
            isFound = true
            if takesAny { open[index].owners.removeAll() } else { open[index].owners.remove(landing.contact) }
        }
        guard isFound else { return }
        found.append(landing)
        open.removeAll { $0.owners.isEmpty }
    }
}
