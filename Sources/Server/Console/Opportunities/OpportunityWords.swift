import CRM

/// Tells an opportunity's history in words.
struct OpportunityWords {
    private let pipelines: [Pipeline]
    private let people: [User]

    init(_ matter: OpportunityRecordPage.Matter) {
        pipelines = matter.pipelines
        people = matter.people
    }

    func sentence(_ change: OpportunityChange) -> String {
        switch change.kind {
        case .created: "Created"
        case .status:
            change.after.flatMap(Opportunity.Status.init(rawValue:)).map(Self.status) ?? "Status changed"
        case .stage: "Moved from \(stage(change.before)) to \(stage(change.after))"
        case .value: "Value changed from \(money(change.before)) to \(money(change.after))"
        case .owner:
            change.after.map { "Given to \(owner($0))" } ?? "Taken from \(change.before.map(owner) ?? "nobody")"
        }
    }

    func stage(_ id: String?) -> String {
        let stage = pipelines.lazy.compactMap { $0.stage(StageID(rawValue: id ?? "")) }.first
        return stage?.name ?? "a stage that was removed"
    }

    func owner(_ id: String) -> String {
        people.first { $0.id.rawValue == id }?.email.text ?? "somebody who was removed"
    }

    private func money(_ text: String?) -> String { text.flatMap(OpportunityChange.money)?.text ?? "nothing" }

    private static func status(_ status: Opportunity.Status) -> String {
        switch status {
        case .open: "Reopened"
        case .won: "Won"
        case .lost: "Lost"
        case .abandoned: "Abandoned"
        }
    }
}
