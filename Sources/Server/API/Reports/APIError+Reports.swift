import CRM

extension APIError {
    /// A question that has no answer, as a client reads it.
    init(_ problem: ReportProblem) {
        self = if case .notReady = problem { .notReady(problem.description) } else { .invalid([problem.description]) }
    }

    /// Runs a question; what is wrong with it is the client's to mend.
    static func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let problem as ReportProblem {
            throw APIError(problem)
        }
    }
}
