import CRM
import Testing

@testable import Server

/// Times that people choose, in the time zone of the account.
@Suite struct AccountClockControlTests {
    private let clock = AccountClock(timeZone: "Europe/Berlin", now: TestServer.start)

    @Test(arguments: ["2026-11-02T10:00", "2026-07-01T00:05", "2030-12-31T23:59"])
    func `what a control shows is what it sends`(text: String) throws {
        let time = try #require(clock.time(ofControl: text))
        #expect(clock.control(time) == text)
    }

    @Test func `a control's time is that of the account's wall`() {
        #expect(clock.time(ofControl: "2026-11-02T10:00") == TestServer.start)
        #expect(clock.time(ofControl: "2026-11-02T10:00:00") == TestServer.start)
    }

    @Test(arguments: ["", "2026-11-02", "T10:00", "2026-13-02T10:00", "2026-11-02T24:00", "2026-11-02T1", "soon"])
    func `what no control sends is no time`(text: String) {
        #expect(clock.time(ofControl: text) == nil)
    }
}
