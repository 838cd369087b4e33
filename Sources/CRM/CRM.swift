import Attribution
import Database

/// The product without HTTP: a room for every capability, all over one database.
public struct CRM: Sendable {
    public let accounts: Accounts
    public let people: People
    public let tokens: Tokens
    public let capture: Capture
    public let contacts: Contacts
    public let fields: Fields
    public let forms: Forms
    public let submissions: Submissions
    public let undo: Undo
    public let exports: Exports
    public let privacy: Privacy
    public let retention: Retention
    public let rules: Rules
    public let tagging: Tagging
    public let lenses: Lenses
    public let ids: IDSource

    /// - Parameter lookUpTimeZone: the IANA time zone of an IP address, or nil.
    public init(
        database: Database, ids: IDSource = .system,
        lookUpTimeZone: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        let shelf = BookShelf()
        self.ids = ids
        accounts = Accounts(database: database, ids: ids)
        people = People(database: database, ids: ids)
        tokens = Tokens(database: database, ids: ids)
        capture = Capture(database: database, ids: ids, shelf: shelf, lookUpTimeZone: lookUpTimeZone)
        contacts = Contacts(database: database, ids: ids, shelf: shelf)
        fields = Fields(database: database, ids: ids)
        forms = Forms(database: database, ids: ids)
        submissions = Submissions(database: database)
        undo = Undo(database: database, ids: ids)
        exports = Exports(database: database)
        privacy = Privacy(database: database)
        retention = Retention(database: database)
        rules = Rules(database: database, ids: ids, shelf: shelf)
        lenses = Lenses(database: database)
        tagging = Tagging(database: database, shelf: shelf)
    }
}
