import Database

/// Where marks point at: those of contacts stand for all moments at which something of theirs is shown.
struct FactMoment {
    private let ofContacts: [Scoped<String>: [FactMark.Target]]
    private let ofOpportunities: [Scoped<String>: [FactMark.Target]]

    static func all(_ connection: Connection, _ marks: [FactMark]) throws -> FactMoment {
        var contacts: Set<Scoped<String>> = []
        var opportunities: Set<Scoped<String>> = []
        for mark in marks {
            switch mark.target {
            case .contact(let id), .erased(let id): contacts.insert(Scoped(mark.account, id))
            case .opportunities(let id): opportunities.insert(Scoped(mark.account, id))
            case .moment: break
            }
        }
        return FactMoment(
            ofContacts: try FactMarkStore.moments(connection, contacts.sorted(), opportunitiesAlone: false),
            ofOpportunities: try FactMarkStore.moments(connection, opportunities.sorted(), opportunitiesAlone: true))
    }

    func of(_ mark: FactMark) -> [(ReportSubject, Milliseconds)] {
        switch mark.target {
        case .moment(let subject, let moment): [(subject, moment)]
        case .contact(let id), .erased(let id): Self.moments(ofContacts[Scoped(mark.account, id)])
        case .opportunities(let id): Self.moments(ofOpportunities[Scoped(mark.account, id)])
        }
    }

    private static func moments(_ targets: [FactMark.Target]?) -> [(ReportSubject, Milliseconds)] {
        (targets ?? []).compactMap { target in
            if case .moment(let subject, let moment) = target { (subject, moment) } else { nil }
        }
    }
}
