import CRM

/// The opportunities of a contact, as its record shows them (`console/contact-opportunities`).
struct ContactOpportunitiesPanel {
    let opportunities: [OpportunityCard]
    let addHref: String
    let worth: String?

    /// How many a record shows.
    static let most = 20

    init(_ contact: ContactID, _ opportunities: [OpportunityDetail], _ pipelines: [Pipeline], _ paths: AccountPaths) {
        self.opportunities = opportunities.map { detail in
            OpportunityCard(
                detail, pipelines.first { $0.id == detail.opportunity.pipeline }, people: [], paths)
        }
        addHref = paths.newOpportunity(of: contact)
        let won = opportunities.map(\.opportunity).filter { $0.status == .won }
        let sums = Dictionary(grouping: won, by: \.value.currency).map { currency, won in
            Money(minorUnits: won.reduce(0) { $0 + $1.value.minorUnits }, currency: currency)
        }
        worth =
            sums.isEmpty
            ? nil
            : "Won: " + sums.sorted { $0.currency.rawValue < $1.currency.rawValue }.map(\.text).joined(separator: ", ")
    }
}

extension OpportunityQuery {
    /// A contact's newest ones.
    static func of(_ contact: ContactID) -> OpportunityQuery {
        var query = OpportunityQuery(limit: ContactOpportunitiesPanel.most)
        query.contact = contact
        return query
    }
}
