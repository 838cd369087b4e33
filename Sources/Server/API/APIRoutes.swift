import CRM
import Hummingbird

/// The API's table of contents: every address that programs call.
struct APIRoutes: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    func add(to router: Router<WebContext>) {
        let door = APIDoor(crm: crm, settings: settings, limits: limits, now: now)
        let contacts = ContactsController(crm: crm, publicURL: settings.publicURL, now: now)
        router.get("contacts") { request, context in
            try await door.answer(.readContacts, request, context) { try await contacts.list(request, $0) }
        }
        router.post("contacts") { request, context in
            try await door.answer(.writeContacts, request, context) { try await contacts.create(request, $0) }
        }
        router.get("contacts/:contact") { request, context in
            try await door.answer(.readContacts, request, context) { try await contacts.show(context, $0) }
        }
        router.put("contacts/:contact") { request, context in
            try await door.answer(.writeContacts, request, context) { try await contacts.update(request, context, $0) }
        }
        router.delete("contacts/:contact") { request, context in
            try await door.answer(.writeContacts, request, context) { try await contacts.delete(context, $0) }
        }
    }
}
