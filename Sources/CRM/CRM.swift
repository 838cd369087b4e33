import Attribution
import Database

/// The product without HTTP: a room for every capability, all over one database.
public struct CRM: Sendable {
    public let accounts: Accounts
    public let accountRemoval: AccountRemoval
    public let people: People
    public let tokens: Tokens
    public let audit: Audit
    public let apps: Apps
    public let capture: Capture
    public let contacts: Contacts
    public let notes: Notes
    public let tasks: Tasks
    public let followers: Followers
    public let fields: Fields
    public let values: CustomValues
    public let tags: Tags
    public let mergeFields: MergeFields
    public let forms: Forms
    public let links: Links
    public let submissions: Submissions
    public let pipelines: Pipelines
    public let opportunities: Opportunities
    public let currencies: Currencies
    public let adCosts: AdCosts
    public let undo: Undo
    public let merging: Merging
    public let erasure: Erasure
    public let imports: Imports
    public let highLevelImport: HighLevelImport
    public let exports: Exports
    public let privacy: Privacy
    public let retention: Retention
    public let rules: Rules
    public let tagging: Tagging
    public let reports: Reports
    public let lenses: Lenses
    public let dashboards: Dashboards
    public let webhooks: Webhooks
    public let deliveries: Deliveries
    public let deliveryLog: DeliveryLog
    public let sync: Sync
    public let facts: Facts
    public let ids: IDSource

    /// - Parameter lookUpTimeZone: the IANA time zone of an IP address, or nil.
    public init(
        database: Database, ids: IDSource = .system,
        lookUpTimeZone: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        let shelf = BookShelf()
        self.ids = ids
        accounts = Accounts(database: database, ids: ids)
        accountRemoval = AccountRemoval(database: database)
        people = People(database: database, ids: ids)
        tokens = Tokens(database: database, ids: ids)
        audit = Audit(database: database)
        apps = Apps(database: database, ids: ids)
        capture = Capture(database: database, ids: ids, shelf: shelf, lookUpTimeZone: lookUpTimeZone)
        contacts = Contacts(database: database, ids: ids, shelf: shelf)
        notes = Notes(database: database, ids: ids)
        tasks = Tasks(database: database, ids: ids)
        followers = Followers(database: database)
        fields = Fields(database: database, ids: ids)
        values = CustomValues(database: database, ids: ids)
        tags = Tags(database: database, ids: ids)
        mergeFields = MergeFields(database: database)
        forms = Forms(database: database, ids: ids)
        pipelines = Pipelines(database: database, ids: ids)
        opportunities = Opportunities(database: database, ids: ids)
        currencies = Currencies(database: database)
        adCosts = AdCosts(database: database, ids: ids)
        links = Links(database: database, ids: ids, shelf: shelf)
        submissions = Submissions(database: database, ids: ids)
        undo = Undo(database: database, ids: ids)
        merging = Merging(database: database, ids: ids)
        erasure = Erasure(database: database)
        imports = Imports(database: database, ids: ids, shelf: shelf)
        highLevelImport = HighLevelImport(database: database, ids: ids, shelf: shelf)
        exports = Exports(database: database)
        privacy = Privacy(database: database)
        retention = Retention(database: database)
        rules = Rules(database: database, ids: ids, shelf: shelf)
        lenses = Lenses(database: database)
        tagging = Tagging(database: database, shelf: shelf)
        reports = Reports(database: database)
        dashboards = Dashboards(database: database, ids: ids, reports: reports)
        webhooks = Webhooks(database: database, ids: ids)
        deliveries = Deliveries(database: database)
        deliveryLog = DeliveryLog(database: database)
        sync = Sync(database: database)
        facts = Facts(database: database)
    }
}
