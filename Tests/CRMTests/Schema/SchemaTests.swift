import Attribution
import CRM
import Database
import DatabaseTesting
import Testing

@Suite struct SchemaTests {
    private func columns(of table: String) async throws -> Set<String> {
        let house = try await House()
        return try await house.database.read { connection in
            let query =
                switch connection.dialect {
                case .sqlite: "select name from pragma_table_info($1)"
                case .postgres: "select column_name as name from information_schema.columns where table_name = $1"
                }
            return Set(try connection.rows(query, [table]).map { try $0["name"] })
        }
    }

    @Test func `every field of an attribution that is not derived has its column`() async throws {
        let columns = try await columns(of: "attributions")
        for field in AttributionField.allCases {
            #expect(columns.contains(field.columnName) == !field.isDerived || field == .createdAt, "\(field)")
        }
    }

    @Test func `every stored property of a contact has its column`() async throws {
        let columns = try await columns(of: "contacts")
        for property in ContactProperty.stored { #expect(columns.contains(property.rawValue), "\(property)") }
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite))
    func `every table is strict, and every table of an account has the account in its key`() async throws {
        let house = try await House()
        let tables = try await house.database.read { connection in
            try connection.rows(
                """
                select name, strict, (
                    select count(*) from pragma_table_info(list.name) where name = 'account_id' and pk = 1) as keyed
                from pragma_table_list as list where schema = 'main' and name not like 'sqlite_%' order by name
                """
            ).map { (try $0["name"] as String, try $0["strict"] as Bool, try $0["keyed"] as Bool) }
        }
        let shared: Set<String> = [
            "accounts", "users", "console_sessions", "attempts", "jobs", "schema_migrations", "agency",
            "agency_tokens", "user_accounts", "password_links", "apps", "app_grants", "app_codes", "app_tokens",
            "report_marks",
        ]
        #expect(tables.count > 20)
        for (name, isStrict, isKeyed) in tables {
            #expect(isStrict, "\(name)")
            #expect(isKeyed != shared.contains(name), "\(name)")
        }
    }

    @Test(arguments: [
        "insert into accounts (id, location_id, tracking_id, name, form_secret, created_at) values (9, 'l', 't', '', '', 0)",
        "update accounts set look_back_days = -1", "update accounts set ip_storage = 'forever'",
        "insert into account_domains (account_id, host) values (99, 'a.example')",
        "insert into users (id, email, email_key, role, password_hash, created_at) values ('1', 'a', 'a', 'root', '', 0)",
        "update conversions set status = 'nothing'", "update conversions set contact_id = null",
        "update conversions set status = 'held'", "update visitors set linked_by = 'guess'",
        "insert into contact_tags (account_id, contact_id, tag) values (1, 'nobody', 'vip')",
        "update contacts set created_at = 'today'",
    ])
    func `nonsense is refused`(sql: String) async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        await #expect(throws: (any Error).self) {
            try await site.house.database.write { _ = try $0.execute(sql) }
        }
    }

    @Test func `a record comes back from its columns as it went in`() async throws {
        let site = try await Site()
        var visit = site.visit(
            site.browser(),
            to:
                "https://clinic.example/?utm_source=a&utm_medium=b&utm_campaign=c&utm_content=d&utm_term=e&utm_keyword=f"
                + "&utm_matchtype=g&campaign_id=1&ad_group_id=2&ad_id=3&ad_name=4&gclid=5&gbraid=6&wbraid=7&msclkid=8"
                + "&dclid=9&fbclid=10&ttclid=11&ctwa_clid=12", from: "https://www.google.com/")
        visit.browser = BrowserFacts(
            fbp: "fb.1.1.1", fbc: "fb.1.1.2", gaClientID: "1.2", gaSessionID: "3", userAgent: "Mozilla/5.0 (iPhone)",
            ip: "203.0.113.9")
        try await site.record(visit.form(["email": "ann@example.com"]))
        let record = try #require(try await site.contact().latest?.record)
        let unset: Set<AttributionField> = [.igSid, .pSid, .postID]
        for field in AttributionField.allCases where !unset.contains(field) {
            #expect(record[field]?.isEmpty == false, "\(field)")
        }
        #expect(record[.ctwaClid] == "12")
        #expect(record[.adGroupID] == "2")
        #expect(record.verdict?.rule.number == "2")
        #expect(record.verdict?.evidence.first?.value == "5")
    }
}
