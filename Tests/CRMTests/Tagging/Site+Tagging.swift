import CRM

extension Site {
    /// A visit of a new browser, which leaves a form when it has an e-mail.
    func come(
        to url: String, from referrer: String? = nil, on day: Int, as email: String? = nil
    ) async throws {
        let visit = visit(browser(), to: url, from: referrer, at: .on(day))
        if let email {
            try await record(visit.page(), visit.form(["email": email]))
        } else {
            try await record(visit.page())
        }
    }

    func health(_ period: TaggingPeriod = .month, on day: Int) async throws -> TaggingHealth {
        try await crm.tagging.health(account, over: period, now: .on(day))
    }
}
