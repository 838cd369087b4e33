import CRM
import Database
import DatabaseTesting
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization

@testable import Server

/// A whole server on a real database of its own, with a clock that stands still until it is moved.
final class TestServer: Sendable {
    let crm: CRM
    let database: Database
    let account: Account
    private let settings: ServerSettings
    private let place: TestDatabase
    private let clock: Mutex<Milliseconds>

    /// Monday, 2 November 2026, 09:00 UTC.
    static let start: Milliseconds = 1_793_610_000_000

    init(
        domains: [String] = ["clinic.example"], publicURL: String = "https://leads.clinic.example",
        change: (inout ServerSettings) -> Void = { _ in }
    ) async throws {
        place = try await TestDatabase(migrations: Schema.migrations, now: Self.start)
        database = try place.open()
        crm = CRM(database: database, ids: .seeded(7), lookUpTimeZone: { _ in nil })
        account = try await crm.accounts.create(name: "Clinic", domains: domains, now: Self.start)
        var settings = ServerSettings(publicURL: try Self.url(publicURL))
        settings.limitsRates = false
        // Tests take the steps themselves: see `runReplays`.
        settings.replaysRules = false
        settings.importsCosts = false
        settings.refreshesReports = false
        settings.deliversWebhooks = false
        change(&settings)
        self.settings = settings
        clock = Mutex(Self.start)
    }

    deinit { try? database.close() }

    private static func url(_ text: String) throws -> PublicURL {
        guard let url = PublicURL(text) else { throw InvalidPublicURL() }
        return url
    }

    private struct InvalidPublicURL: Error {}

    var now: Milliseconds { clock.withLock { $0 } }

    func advance(by time: Milliseconds) {
        clock.withLock { $0 += time }
    }

    /// Runs `body` with a client of the server's router.
    func test(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        try await server().application(logger: logger).test(.router, body)
    }

    /// A server as `test` uses it, for who looks at more than its answers.
    func server() throws -> HeadwaterServer {
        try HeadwaterServer(database: database, crm: crm, settings: settings, now: { [self] in now })
    }
}

extension IDSource {
    /// Ids that are the same in every run.
    static func seeded(_ seed: UInt64) -> IDSource {
        let state = Mutex(seed)
        return IDSource {
            // SplitMix64.
            state.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
    }
}
