/// A chapter of the API: what `/openapi.json` calls a tag.
enum APISection: String, Sendable, CaseIterable {
    case contacts = "Contacts"
    case customFields = "Custom fields"
    case locations = "Locations"
    case forms = "Forms"
    case links = "Trigger links"
    case opportunities = "Opportunities"
    case webhooks = "Webhooks"
    case access = "Access"
    case rules = "Attribution rules"
    case reports = "Reports"
}
