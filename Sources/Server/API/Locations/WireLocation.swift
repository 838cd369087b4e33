import CRM

/// An account as the agency's part of the API answers it.
struct WireLocation: Encodable {
    let id: String
    let companyId: String
    let name: String
    let timezone: String
    let dateAdded: String
    @OrNull var firstName: String?
    @OrNull var lastName: String?
    @OrNull var email: String?
    @OrNull var phone: String?
    @OrNull var address: String?
    @OrNull var city: String?
    @OrNull var state: String?
    @OrNull var country: String?
    @OrNull var postalCode: String?
    @OrNull var website: String?
    /// The first of the websites that may send.
    @OrNull var domain: String?
    let settings: Settings
    /// Headwater keeps no social media links.
    let social = Social()

    struct Settings: Encodable {
        let allowDuplicateContact: Bool
    }

    struct Social: Encodable {}

    init(_ account: Account, _ details: BusinessDetails, companyID: String, allowsDuplicates: Bool) {
        id = account.locationID
        companyId = companyID
        name = account.name
        timezone = account.timeZone
        dateAdded = account.createdAt.iso8601
        firstName = details[.firstName]
        lastName = details[.lastName]
        email = details[.email]
        phone = details[.phone]
        address = details[.address]
        city = details[.city]
        state = details[.state]
        country = details[.country]
        postalCode = details[.postalCode]
        website = details[.website]
        domain = account.domains.first
        settings = Settings(allowDuplicateContact: allowsDuplicates)
    }
}

/// One location.
struct WireSingleLocation: Encodable {
    let location: WireLocation
}

/// The locations of the agency.
struct WireLocations: Encodable {
    let locations: [WireLocation]
}
