import CRM
import Testing

@Suite struct CustomValueTests {
    private func create(_ site: Site, _ name: String, _ value: String = "text") async throws -> CustomValue {
        try await site.crm.values.create(site.account, name: name, value: value, by: .server, now: .start)
    }

    @Test func `a value keeps its key when its name changes`() async throws {
        let site = try await Site()
        let value = try await create(site, "Booking page", "https://clinic.example/book")
        #expect(value.mergeField == "{{ custom_values.booking_page }}")
        let changed = try await site.crm.values.update(
            site.account, value.id, name: "Appointments", value: "", by: .server, now: .start + 1)
        #expect(changed.key == "booking_page" && changed.name == "Appointments" && changed.value.isEmpty)
        #expect(try await site.crm.values.all(site.account) == [changed])
        try await site.crm.values.delete(site.account, value.id, by: .server, now: .start)
        #expect(try await site.crm.values.all(site.account).isEmpty)
        await #expect(throws: NotFound.value) { _ = try await site.crm.values.value(site.account, value.id) }
    }

    @Test func `nonsense is refused`() async throws {
        let site = try await Site()
        _ = try await create(site, "Address")
        await #expect(throws: CustomValueError.taken(key: "address")) { _ = try await create(site, "address!") }
        await #expect(throws: CustomValueError.name) { _ = try await create(site, "!?") }
        await #expect(throws: CustomValueError.value) {
            _ = try await create(site, "Long", String(repeating: "a", count: CustomValues.longestValue + 1))
        }
    }

    @Test func `another account's value is not there`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        let value = try await create(other, "Address")
        await #expect(throws: NotFound.value) { _ = try await site.crm.values.value(site.account, value.id) }
        await #expect(throws: NotFound.value) {
            try await site.crm.values.delete(site.account, value.id, by: .server, now: .start)
        }
        await #expect(throws: NotFound.value) {
            _ = try await site.crm.values.update(
                site.account, value.id, name: "Mine", value: "", by: .server, now: .start)
        }
    }
}
