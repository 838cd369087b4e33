import Attribution
import CRM

/// The lines that go into a customer's website.
enum TrackingSnippet {
    /// What the script must know of the account's settings stands in it: whoever changes these replaces the lines.
    static func text(for account: Account, _ publicURL: PublicURL) -> String {
        let added = account.excludedReferrers.filter { !ReferrerCatalogue.excludedReferrers.contains($0) }
        let options =
            (account.honoursGPC ? "" : " data-gpc=\"ignore\"")
            + (added.isEmpty ? "" : " data-excluded-referrers=\"\(added.joined(separator: ","))\"")
        return "<script src=\"\(publicURL)/js/external-tracking.js\" data-tracking-id=\"\(account.trackingID)\""
            + "\(options) defer></script>"
    }

    /// The form appears where this line stands.
    static func text(for form: Form, _ publicURL: PublicURL) -> String {
        "<script src=\"\(publicURL)/js/form.js?id=\(form.id)\"></script>"
    }
}
