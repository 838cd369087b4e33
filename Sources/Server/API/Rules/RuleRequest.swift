import CRM

/// What the requests about rules have in common.
enum RuleRequest {
    /// Does something to the rules; what stands in its way is told as the API tells things.
    static func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch RuleError.invalid(let problems) {
            throw APIError.invalid(problems.map(\.description))
        } catch let error as RuleError {
            throw APIError.conflict(error.description)
        }
    }
}
