import CRM
import Hummingbird

extension HTTPError {
    /// What cannot wait for the figures on a page that comes back by itself: files, charts, suggestions.
    static func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch ReportProblem.notReady {
            throw HTTPError(.serviceUnavailable)
        } catch is ReportProblem {
            throw HTTPError(.badRequest)
        }
    }
}
