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
        addRules(to: router.group("locations/:location/attribution-rules"), door)
    }

    private func addRules(to location: RouterGroup<WebContext>, _ door: APIDoor) {
        let rules = RulesAPIController(crm: crm, now: now)
        let replays = ReplaysAPIController(crm: crm, now: now)
        location.get { request, context in
            try await door.answer(.readRules, at: context, request) { try await rules.current($0) }
        }
        location.get("draft") { request, context in
            try await door.answer(.readRules, at: context, request) { try await rules.draft($0) }
        }
        location.put("draft") { request, context in
            try await door.answer(.writeRules, at: context, request) { try await rules.saveDraft(request, $0) }
        }
        location.delete("draft") { request, context in
            try await door.answer(.writeRules, at: context, request) { try await rules.discardDraft($0) }
        }
        location.post("test") { request, context in
            try await door.answer(.readRules, at: context, request) { try await rules.test(request, $0) }
        }
        location.post("replays") { request, context in
            try await door.answer(.writeRules, at: context, request) { try await replays.start(request, $0) }
        }
        location.get("replays/:replay") { request, context in
            try await door.answer(.readRules, at: context, request) { try await replays.show(context, $0) }
        }
        location.delete("replays/:replay") { request, context in
            try await door.answer(.writeRules, at: context, request) { try await replays.cancel(context, $0) }
        }
        location.get("revisions") { request, context in
            try await door.answer(.readRules, at: context, request) { try await rules.revisions(request, $0) }
        }
        location.post("revisions/:revision/restore") { request, context in
            try await door.answer(.writeRules, at: context, request) { try await rules.restore(context, $0) }
        }
    }
}
