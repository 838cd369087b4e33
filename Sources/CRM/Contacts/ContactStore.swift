import Attribution
import Database

/// The SQL of contacts and what hangs on them.
enum ContactStore {
    static let columns = """
        account_id, id, first_name, last_name, email, phone, address1, city, state, postal_code, country, company_name,
        website, contact_source, time_zone, created_at, updated_at, created_by_source, created_by_channel, needs_review,
        first_attribution_id, latest_attribution_id, first_source, latest_source, original_channel, original_campaign,
        original_medium, original_source, original_term, original_referrer, assigned_to, dnd, dnd_settings,
        date_of_birth, gender, contact_type
        """

    static func contact(_ row: Row) throws -> Contact {
        var properties: [ContactProperty: String] = [:]
        for property in ContactProperty.stored {
            let value: String? = try row[property.rawValue]
            properties[property] = value
        }
        return Contact(
            id: try row["id"], properties: properties, contactSource: try row["contact_source"],
            timeZone: try row["time_zone"], assignedTo: try row["assigned_to"],
            doNotDisturb: try DoNotDisturb(isOn: row["dnd"], settingsText: row["dnd_settings"]),
            dateOfBirth: try row["date_of_birth"], gender: try row["gender"], kind: try row["contact_type"],
            createdAt: try row["created_at"], updatedAt: try row["updated_at"],
            createdBy: Creator(source: try row["created_by_source"], channel: try row["created_by_channel"]),
            needsReview: try row["needs_review"],
            first: try summary(row, id: "first_attribution_id", source: "first_source"),
            latest: try summary(row, id: "latest_attribution_id", source: "latest_source"),
            original: try original(row))
    }

    private static func summary(_ row: Row, id: String, source: String) throws -> AttributionSummary? {
        guard let id = try row[id] as AttributionID?, let source = try row[source] as Source? else { return nil }
        return AttributionSummary(id: id, source: source)
    }

    private static func original(_ row: Row) throws -> OriginalTraffic? {
        guard let channel = try row["original_channel"] as OriginalChannel? else { return nil }
        return OriginalTraffic(
            channel: channel, campaign: try row["original_campaign"], medium: try row["original_medium"],
            source: try row["original_source"], term: try row["original_term"], referrer: try row["original_referrer"])
    }

    static func contact(_ connection: Connection, _ account: AccountID, _ id: ContactID) throws -> Contact? {
        try connection.row("select \(columns) from contacts where account_id = $1 and id = $2", [account, id])
            .map(contact)
    }

    /// - Parameter ending: what the query ends with.
    static func contacts(
        _ connection: Connection, _ keys: [Scoped<ContactID>], _ ending: String = ""
    ) throws -> [Scoped<ContactID>: Contact] {
        let rows = try connection.rows(
            "select \(columns) from contacts where account_id = $1 and id = $2 \(ending)",
            forEach: keys.map { [$0.account, $0.key] })
        var contacts: [Scoped<ContactID>: Contact] = [:]
        for row in rows {
            let contact = try contact(row)
            contacts[Scoped(try row["account_id"], contact.id)] = contact
        }
        return contacts
    }

    /// Takes the addresses for this transaction: another one that brings the same address waits here until this one ends.
    /// SQLite has one writer: there is nobody to wait for.
    static func claim(_ connection: Connection, emailKeys: [Scoped<String>], now: Milliseconds) throws {
        guard connection.dialect == .postgres else { return }
        try connection.insert(
            into: "contact_claims", ["account_id", "kind", "value", "claimed_at"],
            emailKeys.map { [$0.account, "email", $0.key, now] },
            "on conflict (account_id, kind, value) do update set claimed_at = excluded.claimed_at")
    }

    /// The same for the phone number of a contact that is made by hand or through the API.
    static func claim(_ connection: Connection, phoneKey: Scoped<String>, now: Milliseconds) throws {
        try connection.execute(
            """
            insert into contact_claims (account_id, kind, value, claimed_at) values ($1, 'phone', $2, $3)
            on conflict (account_id, kind, value) do update set claimed_at = excluded.claimed_at
            """, [phoneKey.account, phoneKey.key, now])
    }

    /// For each address, the contact that has it; of several the one that was updated last.
    static func owners(_ connection: Connection, emailKeys: [Scoped<String>]) throws -> [Scoped<String>: ContactID] {
        let rows = try connection.rows(
            """
            select account_id, email_key, id from contacts where account_id = $1 and email_key = $2
            order by updated_at desc, id desc limit 1
            """, forEach: emailKeys.map { [$0.account, $0.key] })
        var owners: [Scoped<String>: ContactID] = [:]
        for row in rows {
            owners[Scoped(try row["account_id"], try row["email_key"])] = try row["id"]
        }
        return owners
    }

    static func customValues(
        _ connection: Connection, _ keys: [Scoped<ContactID>]
    ) throws -> [Scoped<ContactID>: [FieldID: String]] {
        var values: [Scoped<ContactID>: [FieldID: String]] = [:]
        try forEach(connection, keys, columns: "field_id, value", table: "contact_field_values") { key, row in
            values[key, default: [:]][try row["field_id"]] = try row["value"] as String
        }
        return values
    }

    static func tags(_ connection: Connection, _ keys: [Scoped<ContactID>]) throws -> [Scoped<ContactID>: Set<String>] {
        var tags: [Scoped<ContactID>: Set<String>] = [:]
        try forEach(connection, keys, columns: "tag", table: "contact_tags") { key, row in
            tags[key, default: []].insert(try row["tag"])
        }
        return tags
    }

    static func additionalEmails(
        _ connection: Connection, _ keys: [Scoped<ContactID>]
    ) throws -> [Scoped<ContactID>: Set<String>] {
        var emails: [Scoped<ContactID>: Set<String>] = [:]
        try forEach(connection, keys, columns: "email", table: "contact_emails") { key, row in
            emails[key, default: []].insert(try row["email"])
        }
        return emails
    }

    private static func forEach(
        _ connection: Connection, _ keys: [Scoped<ContactID>], columns: String, table: String,
        _ body: (Scoped<ContactID>, Row) throws -> Void
    ) throws {
        let rows = try connection.rows(
            "select account_id, contact_id, \(columns) from \(table) where account_id = $1 and contact_id = $2",
            forEach: keys.map { [$0.account, $0.key] })
        for row in rows { try body(Scoped(try row["account_id"], try row["contact_id"]), row) }
    }

    /// The contacts with everything that hangs on them, as a transaction works on them: nobody else changes them meanwhile.
    static func drafts(
        _ connection: Connection, _ keys: [Scoped<ContactID>]
    ) throws -> [Scoped<ContactID>: ContactDraft] {
        let contacts = try contacts(connection, keys.sorted(), connection.dialect.forUpdate)
        let custom = try customValues(connection, keys)
        let tags = try tags(connection, keys)
        let emails = try additionalEmails(connection, keys)
        return Dictionary(
            uniqueKeysWithValues: contacts.map { key, contact in
                (
                    key,
                    ContactDraft(
                        existing: contact, custom: custom[key] ?? [:], tags: tags[key] ?? [],
                        additionalEmails: emails[key] ?? [])
                )
            })
    }

    /// Keeps everybody else from changing a contact until this transaction ends; false when there is none.
    static func lock(_ connection: Connection, _ account: AccountID, _ id: ContactID) throws -> Bool {
        try connection.row(
            "select id from contacts where account_id = $1 and id = $2 \(connection.dialect.forUpdate)", [account, id])
            != nil
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: ContactID) throws {
        try connection.execute(
            """
            update visitors set contact_id = null, linked_at = null, linked_by = null
            where account_id = $1 and contact_id = $2
            """, [account, id])
        try connection.execute(
            """
            update sessions set contact_id = null, conversions = 0 where account_id = $1 and contact_id = $2
            """, [account, id])
        try deleteClaims(connection, account, id)
        try connection.execute("delete from conversions where account_id = $1 and contact_id = $2", [account, id])
        try connection.execute("delete from contacts where account_id = $1 and id = $2", [account, id])
    }

    /// A claim is only a lock; what is left of it is an address or a number.
    private static func deleteClaims(_ connection: Connection, _ account: AccountID, _ id: ContactID) throws {
        guard let draft = try drafts(connection, [Scoped(account, id)]).values.first else { return }
        let emails = [draft.contact.properties[.email]].compactMap { $0 } + draft.additionalEmails
        for key in emails.compactMap({ EmailAddress($0)?.key }) {
            try connection.execute(
                "delete from contact_claims where account_id = $1 and kind = 'email' and value = $2", [account, key])
        }
        if let key = draft.contact.properties[.phone].flatMap(PhoneNumber.init)?.key {
            try connection.execute(
                "delete from contact_claims where account_id = $1 and kind = 'phone' and value = $2", [account, key])
        }
    }
}
