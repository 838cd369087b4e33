import CRM

/// A contact's own addresses of the account's trigger links, to be copied into a message to that contact.
struct ContactLinksPanel {
    let links: [Line]
    let allHref: String

    struct Line {
        let name: String
        let url: String
    }

    /// How many a record shows; the API gives any.
    static let most = 20

    /// Nil where the account has no links.
    init?(
        _ links: [TriggerLink], for contact: ContactID, of account: Account, _ paths: AccountPaths,
        _ publicURL: PublicURL
    ) {
        guard !links.isEmpty else { return nil }
        self.links = links.prefix(Self.most).map { link in
            Line(name: link.name, url: publicURL.text + Links.path(of: link, for: contact, of: account))
        }
        allHref = paths.links
    }
}
