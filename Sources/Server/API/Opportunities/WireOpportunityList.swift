import CRM

/// One page of opportunities.
struct WireOpportunityList: Encodable {
    let opportunities: [WireOpportunity]
    let meta: Meta
    let aggregations: WireOpportunityAggregations

    init(opportunities: [WireOpportunity], totals: [OpportunityTotal], meta: Meta) {
        self.opportunities = opportunities
        self.meta = meta
        aggregations = WireOpportunityAggregations(totals)
    }

    /// Where the page stands in the list.
    struct Meta: Encodable {
        var total = 0
        /// Null on the last page.
        @OrNull var nextPageUrl: String?
        @OrNull var startAfterId: String?
        @OrNull var startAfter: Start?
        let currentPage: Int
        @OrNull var nextPage: Int?
        @OrNull var prevPage: Int?
    }

    /// Where the next page begins: a number, or a text where names are the order.
    enum Start: Encodable {
        case number(Int64)
        case text(String)

        init(_ cursor: OpportunityCursor) {
            switch cursor.place {
            case .number(let number): self = .number(number)
            case .text(let text): self = .text(text)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }
}

/// What a search in a body is answered with.
struct WireOpportunitiesFound: Encodable {
    let opportunities: [WireOpportunity]
    let total: Int
    /// What the next request sends; null on an empty page.
    @OrNull var searchAfter: [String]?
    let aggregations: WireOpportunityAggregations
    let stageAggregations: [WireStageAggregation]
}
