import Attribution

/// Looks at one visit after another, the newest first, and counts what is wrong with their tags.
///
/// Strangers can make up as many faults as they like: what is kept is bounded by the limits below.
struct TaggingSurvey: Sendable {
    /// A landing with more faults than this is no slip of anyone's.
    private static let faultsPerVisit = 16
    private static let groupsKept = 1_000
    private static let findingsShown = 500
    private static let pagesShown = 5

    private let classifier: Classifier
    private(set) var visits = 0
    private var faultyVisits = 0
    private var faults = 0
    private var lost: Set<ContactID> = []
    private var groups = Largest<TaggingGroup.Key, TaggingGroup>(
        capacity: Self.groupsKept, isLarger: TaggingGroup.isLarger)
    private var ownDomains = OwnDomainsReader()

    init(_ classifier: Classifier) {
        self.classifier = classifier
    }

    mutating func take(_ visit: TaggedVisit) throws {
        visits += 1
        let ownDomains = try ownDomains.read(visit.ownDomains)
        let notes = TaggingCauses.among(
            TaggingFindings.findings(on: visit.landing, ownDomains: ownDomains, by: classifier))
        guard !notes.isEmpty else { return }
        faultyVisits += 1
        let lostContact = lostContact(visit, ownDomains)
        if let lostContact { lost.insert(lostContact) }
        let page = LandingPage.address(of: visit.landing.url)
        var seen: Set<TaggingGroup.Key> = []
        for note in notes where seen.insert(TaggingGroup.Key(note)).inserted && seen.count <= Self.faultsPerVisit {
            count(note, of: notes, in: visit, losing: lostContact, on: page)
        }
        faults += seen.count
    }

    private mutating func count(
        _ note: Note, of notes: [Note], in visit: TaggedVisit, losing lostContact: ContactID?, on page: String
    ) {
        let isLowerBound = groups.isCut
        groups.update(
            TaggingGroup.Key(note),
            orBegin: TaggingGroup(note, in: visit, with: notes, isLowerBound: isLowerBound)
        ) { $0.count(visit, losing: lostContact, on: page) }
    }

    /// The contact who is lost to the reports: the rules in use cannot tell where it came from.
    private func lostContact(_ visit: TaggedVisit, _ ownDomains: OwnDomains) -> ContactID? {
        guard let contact = visit.contact else { return nil }
        let source = classifier.decide(visit.landing, ownDomains: ownDomains).source
        return source == .direct || source == .others ? contact : nil
    }

    /// - Parameter isCutAt: the oldest visit that was looked at, when there were more.
    func health(over period: TaggingPeriod, isCutAt: Milliseconds?) -> TaggingHealth {
        let findings = groups.first(Self.findingsShown).map { $0.entry.finding(pageCount: Self.pagesShown) }
        return TaggingHealth(
            period: period, ruleSet: classifier.rules.ruleSet, visits: visits, faultyVisits: faultyVisits,
            lostContacts: lost.count, findings: findings,
            otherFaults: faults - findings.reduce(0) { $0 + $1.visits }, isCutAt: isCutAt)
    }
}
