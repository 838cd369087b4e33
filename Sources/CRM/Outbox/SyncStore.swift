import Database

/// The SQL of what is kept back from other systems.
enum SyncStore {
    static func label(_ connection: Connection, _ labels: SyncLabels) throws {
        try connection.insert(
            into: "unsynced_contacts", ["account_id", "contact_id", "reason", "at"],
            labels.excluded.sorted { $0.key < $1.key }.map {
                [$0.key.account, $0.key.key, $0.value.reason, $0.value.at]
            },
            "on conflict (account_id, contact_id) do update set reason = excluded.reason, at = excluded.at")
        try connection.execute(
            "delete from unsynced_contacts where account_id = $1 and contact_id = $2",
            forEach: labels.synced.sorted().map { [$0.account, $0.key] })
    }

    static func settings(_ connection: Connection, _ account: AccountID) throws -> SyncSettings {
        let isOn: Bool? = try connection.row("select syncs_contacts from accounts where id = $1", [account])?[
            "syncs_contacts"]
        let forms: [String] = try connection.rows(
            "select form_id from unsynced_forms where account_id = $1 order by form_id limit 1000", [account]
        ).map { try $0["form_id"] }
        return SyncSettings(syncsContacts: isOn ?? true, unsyncedForms: Set(forms))
    }

    static func set(_ connection: Connection, _ account: AccountID, syncsContacts: Bool) throws {
        try connection.execute("update accounts set syncs_contacts = $2 where id = $1", [account, syncsContacts])
    }

    static func set(
        _ connection: Connection, _ account: AccountID, unsyncedForms: Set<String>, now: Milliseconds
    ) throws {
        let former = try settings(connection, account).unsyncedForms
        try connection.execute(
            "delete from unsynced_forms where account_id = $1 and form_id = $2",
            forEach: former.subtracting(unsyncedForms).sorted().map { [account, $0] })
        try connection.insert(
            into: "unsynced_forms", ["account_id", "form_id", "since"],
            unsyncedForms.subtracting(former).sorted().map { [account, $0, now] }, "on conflict do nothing")
    }

    static func exclusion(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID
    ) throws -> (reason: SyncExclusion, at: Milliseconds)? {
        try connection.row(
            "select reason, at from unsynced_contacts where account_id = $1 and contact_id = $2", [account, contact]
        ).map { (try $0["reason"], try $0["at"]) }
    }
}
