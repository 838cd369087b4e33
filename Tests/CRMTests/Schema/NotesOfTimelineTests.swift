import CRM
import Database
import DatabaseTesting
import Testing

/// Notes that were lines of the timeline, in a database of an earlier release.
@Suite struct NotesOfTimelineTests {
    @Test func `each becomes a note that can be edited, and leaves the timeline`() async throws {
        let place = try await TestDatabase()
        let database = try place.open()
        let step = try #require(Schema.migrations.firstIndex { $0.name == "contact records" })
        try await database.migrate(Array(Schema.migrations[..<step]), now: .start)
        try await database.write { connection in
            try connection.execute(
                """
                insert into accounts (id, location_id, tracking_id, name, form_secret, created_at)
                values (1, 'l', 't', 'Clinic', $1, 0)
                """, [[UInt8]()])
            try connection.execute(
                """
                insert into contacts (account_id, id, created_at, updated_at, created_by_source, created_by_channel)
                values (1, 'ann', 0, 0, 'WEB_USER', 'CRM')
                """)
            for (id, entry) in [
                ("a", #"{"created":{"by":"owner"}}"#),
                ("b", #"{"note":{"by":"owner@clinic.example","text":"Said \"yes\".\nTuesday – ½ hour, 'sure'"}}"#),
            ] {
                try connection.execute(
                    "insert into timeline (account_id, contact_id, at, id, entry) values (1, 'ann', 77, $1, $2)",
                    [id, entry])
            }
        }
        try await database.migrate(Schema.migrations, now: .start)
        let crm = CRM(database: database)
        let (account, ann) = (AccountID(rawValue: 1), ContactID(rawValue: "ann"))
        let note = try #require(try await crm.notes.list(account, of: ann).first)
        #expect(note.id.rawValue == "b")
        #expect(note.body == "Said \"yes\".\nTuesday – ½ hour, 'sure'")
        #expect(note.author == "owner@clinic.example")
        #expect(note.createdAt == 77)
        #expect(try await crm.contacts.journey(account, ann).entries.map(\.id) == ["a"])
        try database.close()
    }
}
