import CRM

/// Who works for the customer.
extension Site {
    func user(_ email: String, access: UserAccess = UserAccess()) async throws -> UserID {
        try await crm.people.create(
            email: email, role: .user, password: "correct horse battery", access: access, now: .start
        ).id
    }
}
