import Database

/// The addresses and numbers that are somebody's: a contact's, or those of a record further up.
struct ImportKeys: Sendable {
    private(set) var emails: Set<String> = []
    private(set) var phones: Set<String> = []

    init() {}

    /// Those of the records that contacts of the account have.
    init(_ connection: Connection, _ account: AccountID, _ records: [ImportRecord]) throws {
        let owners = try ImportOwners(connection, account, records)
        emails = Set(owners.byEmail.keys)
        phones = Set(owners.byPhone.keys)
    }

    mutating func add(_ records: [ImportRecord]) {
        for record in records where record.problems.isEmpty { add(record) }
    }

    mutating func add(_ record: ImportRecord) {
        if let key = record.emailKey { emails.insert(key) }
        if let key = record.phoneKey { phones.insert(key) }
    }

    func merged(with other: ImportKeys) -> ImportKeys {
        var merged = self
        merged.emails.formUnion(other.emails)
        merged.phones.formUnion(other.phones)
        return merged
    }

    func knows(_ record: ImportRecord) -> Bool {
        record.emailKey.map(emails.contains) == true || record.phoneKey.map(phones.contains) == true
    }
}

/// Who has the addresses and numbers of some records.
struct ImportOwners {
    var byEmail: [String: ContactID] = [:]
    var byPhone: [String: ContactID] = [:]

    init(_ connection: Connection, _ account: AccountID, _ records: [ImportRecord]) throws {
        let emails = Set(records.compactMap(\.emailKey)).sorted()
        let phones = Set(records.compactMap(\.phoneKey)).sorted()
        for (key, id) in try ContactStore.owners(connection, emailKeys: emails.map { Scoped(account, $0) }) {
            byEmail[key.key] = id
        }
        let rows = try connection.rows(
            """
            select phone_key, id from contacts where account_id = $1 and phone_key = $2
            order by updated_at desc, id desc limit 1
            """, forEach: phones.map { [account, $0] })
        for row in rows { byPhone[try row["phone_key"]] = try row["id"] }
    }

    /// The contact that a record is of, in the order of the account.
    func owner(of record: ImportRecord, _ order: DuplicatePolicy.Order) -> ContactID? {
        let email = record.emailKey.flatMap { byEmail[$0] }
        let phone = record.phoneKey.flatMap { byPhone[$0] }
        return order == .email ? email ?? phone : phone ?? email
    }

    mutating func add(_ record: ImportRecord, _ contact: ContactID) {
        if let key = record.emailKey { byEmail[key] = contact }
        if let key = record.phoneKey { byPhone[key] = contact }
    }
}
