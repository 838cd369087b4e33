import Database
import Testing

@testable import CRM

/// What merging knows of the schema.
@Suite struct ContactTableTests {
    @Test func `every table with a contact is moved, kept, or left on purpose`() async throws {
        let house = try await House()
        let known = Set((ContactTable.own + ContactTable.history + ContactTable.messages).map(\.name))
        for table in SchemaTable.all.map(\.name) {
            let columns = try await house.columns(of: table)
            if columns.contains("contact_id") { #expect(known.contains(table), "\(table)") }
        }
    }

    @Test func `every column of what is a contact's own is kept`() async throws {
        let house = try await House()
        for table in ContactTable.own {
            let columns = try await house.columns(of: table.name)
            #expect(Set(columns) == Set(table.columns + ["account_id"]), "\(table.name)")
        }
    }
}

extension House {
    fileprivate func columns(of table: String) async throws -> [String] {
        let schema = try #require(SchemaTable.all.first { $0.name == table })
        return try await MoveSide(database: database, account: nil).columns(of: schema)
    }
}
