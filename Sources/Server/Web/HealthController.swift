import Database
import Hummingbird

/// Whether the process is up, and whether it can do its work.
struct HealthController: Sendable {
    let database: Database

    func alive(_ request: Request, _ context: WebContext) -> String { "ok\n" }

    /// 503 until the database answers.
    func ready(_ request: Request, _ context: WebContext) async throws -> String {
        do {
            try await database.ping()
            return "ready\n"
        } catch {
            throw HTTPError(.serviceUnavailable)
        }
    }
}
