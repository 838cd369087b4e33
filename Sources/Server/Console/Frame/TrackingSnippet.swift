import CRM

/// The lines that go into a customer's website.
enum TrackingSnippet {
    static func text(for account: Account, _ publicURL: PublicURL) -> String {
        "<script src=\"\(publicURL)/js/external-tracking.js\" data-tracking-id=\"\(account.trackingID)\" defer></script>"
    }

    /// The form appears where this line stands.
    static func text(for form: Form, _ publicURL: PublicURL) -> String {
        "<script src=\"\(publicURL)/js/form.js?id=\(form.id)\"></script>"
    }
}
