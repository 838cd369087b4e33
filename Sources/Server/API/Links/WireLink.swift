import CRM

/// A trigger link as API clients read it.
struct WireLink: Encodable {
    let id: String
    let name: String
    let redirectTo: String
    /// What stands in a message where the contact's own address is to be.
    let fieldKey: String
    let locationId: String

    init(_ link: TriggerLink, _ account: Account) {
        id = link.id.rawValue
        name = link.name
        redirectTo = link.target.text
        fieldKey = link.mergeField
        locationId = account.locationID
    }
}

struct WireSingleLink: Encodable {
    let link: WireLink
}

struct WireLinks: Encodable {
    let links: [WireLink]

    init(_ links: [TriggerLink], _ account: Account) {
        self.links = links.map { WireLink($0, account) }
    }
}

/// A contact's own address of a link.
struct WireLinkOfContact: Encodable {
    let link: WireLink
    let contactId: String
    let url: String
}
