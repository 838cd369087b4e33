import CRM
import Foundation

/// Everything that a search finds, counted and added up: amounts of one currency at a time.
struct WireOpportunityAggregations: Encodable {
    let count: Int
    let values: [Value]
    let byStatus: [Status]

    struct Value: Encodable {
        let currency: String
        let value: Decimal

        init(_ money: Money) {
            currency = money.currency.rawValue
            value = money.major
        }
    }

    struct Status: Encodable {
        let status: String
        let count: Int
        let values: [Value]
    }

    init(_ totals: [OpportunityTotal]) {
        count = totals.tally
        values = totals.sums.map(Value.init)
        byStatus = Opportunity.Status.allCases.compactMap { status in
            let part = totals.filter { $0.status == status }
            guard !part.isEmpty else { return nil }
            return Status(status: status.rawValue, count: part.tally, values: part.sums.map(Value.init))
        }
    }
}

/// The totals of one stage in one currency.
struct WireStageAggregation: Encodable {
    let pipelineStageId: String
    let currency: String
    let totalCount: Int
    let totalValue: Decimal
    /// Each amount times its probability; one that nobody put a probability on adds nothing.
    let weightedValue: Decimal
    let openValue: Decimal
    let openWeightedValue: Decimal
    let wonValue: Decimal

    static func list(_ totals: [OpportunityTotal], stages: [Pipeline.Stage]) -> [WireStageAggregation] {
        stages.flatMap { stage in
            let ofStage = totals.filter { $0.stage == stage.id }
            return ofStage.sums.map(\.currency).map { currency in
                WireStageAggregation(ofStage.filter { $0.value.currency == currency }, of: stage, currency)
            }
        }
    }

    private init(_ totals: [OpportunityTotal], of stage: Pipeline.Stage, _ currency: Currency) {
        func sum(_ totals: [OpportunityTotal]) -> Decimal { totals.sum(in: currency).major }
        func weighted(_ totals: [OpportunityTotal]) -> Decimal {
            let percent = totals.reduce(Decimal(0)) { $0 + $1.value.major * Decimal($1.likelihood(in: stage)) }
            return percent / 100
        }
        let open = totals.filter { $0.status == .open }
        pipelineStageId = stage.id.rawValue
        self.currency = currency.rawValue
        totalCount = totals.tally
        totalValue = sum(totals)
        weightedValue = weighted(totals)
        openValue = sum(open)
        openWeightedValue = weighted(open)
        wonValue = sum(totals.filter { $0.status == .won })
    }
}

extension OpportunityTotal {
    /// In percent.
    fileprivate func likelihood(in stage: Pipeline.Stage) -> Int {
        switch status {
        case .won: 100
        case .lost, .abandoned: 0
        case .open: probability ?? stage.probability ?? 0
        }
    }
}
