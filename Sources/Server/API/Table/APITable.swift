import CRM

/// Every operation of the API, section by section.
struct APITable: Sendable {
    let operations: [Operation]

    init(crm: CRM, settings: ServerSettings) {
        operations =
            ContactsOperations(crm: crm, publicURL: settings.publicURL).operations
            + ContactSearchOperations(crm: crm).operations
            + PersonOperations(crm: crm).operations
            + FormsOperations(crm: crm).operations
            + LinksOperations(crm: crm, publicURL: settings.publicURL).operations
            + OpportunitiesOperations(crm: crm, publicURL: settings.publicURL).operations
            + CustomFieldsOperations(crm: crm).operations
            + LocationsOperations(crm: crm).operations
            + WebhooksOperations(crm: crm, settings: settings).operations
            + RulesOperations(crm: crm).operations
            + ReportsOperations(crm: crm).operations
            + DashboardsOperations(crm: crm, settings: settings).operations
            + AdCostsOperations(crm: crm).operations
            + AccessOperations(crm: crm).operations
    }
}
