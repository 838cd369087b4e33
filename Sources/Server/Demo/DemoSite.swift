import CRM

/// The account behind the sample website, and its form.
struct DemoSite: Sendable {
    static let name = "Juniper & Vale Med Spa"

    let account: Account
    let form: FormID?

    /// The demo's account is the first one of its data, and its form the oldest that is not archived.
    ///
    /// - Returns: nil without an account.
    static func find(in crm: CRM) async throws -> DemoSite? {
        guard let account = try await crm.accounts.all().min(by: { $0.id.rawValue < $1.id.rawValue }) else {
            return nil
        }
        let forms = try await crm.forms.all(account.id)
        return DemoSite(account: account, form: forms.min { $0.createdAt < $1.createdAt }?.id)
    }

    var paths: AccountPaths { AccountPaths(account) }

    /// What every template of the site may show.
    struct Model: Sendable {
        let trackingID: String
        let formID: String?
        let consoleHref: String
    }

    var model: Model {
        Model(trackingID: account.trackingID, formID: form?.rawValue, consoleHref: paths.contacts)
    }
}
