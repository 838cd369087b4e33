import Attribution
import CRM

/// A contact as the API shows it: a field without a value is null.
struct WireContact: Encodable {
    let id: String
    let locationId: String
    @OrNull var name: String?
    @OrNull var firstName: String?
    @OrNull var lastName: String?
    @OrNull var fullNameLowerCase: String?
    @OrNull var firstNameLowerCase: String?
    @OrNull var lastNameLowerCase: String?
    @OrNull var email: String?
    @OrNull var emailLowerCase: String?
    let additionalEmails: [String]
    @OrNull var phone: String?
    @OrNull var address1: String?
    @OrNull var city: String?
    @OrNull var state: String?
    @OrNull var postalCode: String?
    @OrNull var country: String?
    @OrNull var companyName: String?
    @OrNull var website: String?
    @OrNull var timezone: String?
    @OrNull var assignedTo: String?
    /// The users who follow it.
    let followers: [String]
    /// `lead` or `customer`.
    let type: String
    @OrNull var gender: String?
    /// `YYYY-MM-DD`
    @OrNull var dateOfBirth: String?
    let dnd: Bool
    let dndSettings: WireDoNotDisturb
    let inboundDndSettings: WireDoNotDisturb
    /// Contact Source.
    @OrNull var source: String?
    let tags: [String]
    let customFields: [Custom]
    let dateAdded: String
    let dateUpdated: String
    let createdBy: CreatedBy
    @OrNull var visitorId: String?
    @OrNull var attributionSource: WireAttribution?
    @OrNull var lastAttributionSource: WireAttribution?
    @OrNull var originalTraffic: WireOriginalTraffic?
    let attributionWhy: WireReasons

    struct Custom: Encodable {
        let id: String
        let key: String
        @OrNull var value: String?
    }

    struct CreatedBy: Encodable {
        let source: String
        let channel: String
    }

    /// - Parameters:
    ///   - fields: the account's custom fields; the derived ones are among them.
    ///   - opinions: what the rules in force say of its attributions, where that differs.
    ///   - version: decides how the channels of do-not-disturb are called.
    init(
        _ detail: ContactDetail, of account: Account, fields: [CustomField],
        opinions: [AttributionID: SecondOpinion], version: APIVersion = .v2
    ) {
        let contact = detail.contact
        let properties = contact.properties
        id = contact.id.rawValue
        locationId = account.locationID
        let words = [properties[.firstName], properties[.lastName]].compactMap { $0 }
        let whole = words.isEmpty ? nil : words.joined(separator: " ")
        name = whole
        firstName = properties[.firstName]
        lastName = properties[.lastName]
        fullNameLowerCase = whole?.lowercased()
        firstNameLowerCase = properties[.firstName]?.lowercased()
        lastNameLowerCase = properties[.lastName]?.lowercased()
        email = properties[.email]
        emailLowerCase = properties[.email]?.lowercased()
        additionalEmails = detail.additionalEmails
        phone = properties[.phone]
        address1 = properties[.address1]
        city = properties[.city]
        state = properties[.state]
        postalCode = properties[.postalCode]
        country = properties[.country]
        companyName = properties[.companyName]
        website = properties[.website]
        timezone = contact.timeZone
        assignedTo = contact.assignedTo?.rawValue
        followers = detail.followers.map(\.rawValue)
        type = contact.kind.rawValue
        gender = contact.gender
        dateOfBirth = contact.dateOfBirth?.rawValue
        dnd = contact.doNotDisturb.isOn
        dndSettings = WireDoNotDisturb(contact.doNotDisturb.channels, version)
        inboundDndSettings = WireDoNotDisturb(inbound: contact.doNotDisturb.inbound)
        source = contact.contactSource
        tags = detail.tags
        customFields = fields.map { Custom(id: $0.id.rawValue, key: $0.key, value: detail.value(of: $0)) }
        dateAdded = contact.createdAt.iso8601
        dateUpdated = contact.updatedAt.iso8601
        createdBy = CreatedBy(source: contact.createdBy.source, channel: contact.createdBy.channel)
        visitorId = detail.visitors.first?.description
        attributionSource = detail.first.map(WireAttribution.init)
        lastAttributionSource = detail.latest.map(WireAttribution.init)
        originalTraffic = contact.original.map(WireOriginalTraffic.init)
        attributionWhy = WireReasons(detail, opinions)
    }
}
