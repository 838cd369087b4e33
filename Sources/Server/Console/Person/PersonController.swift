import CRM
import HTTPTypes
import Hummingbird

/// The person behind a contact: another contact that is the same person, and the rights that everybody has.
struct PersonController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    private static let mostCandidates = 20

    /// `GET /a/<account>/contacts/<contact>/person?query=`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact = try await crm.contacts.detail(context.account.id, try context.id("contact")).contact
        let words = FormBody(request.uri.query ?? "").text("query")?.nonBlank
        let found = try await candidates(for: contact, words, context)
        let frame = try await pages.frame(request, context)
        return try pages.show(PersonPage(frame, context.paths, contact, query: words, found), in: frame)
    }

    /// Who may be the same person: who is found by the words, or by the contact's address, its number or its name.
    private func candidates(
        for contact: Contact, _ words: String?, _ context: AccountContext
    ) async throws -> [ContactDetail] {
        let properties = contact.properties
        let name = [properties[.firstName], properties[.lastName]].compactMap { $0 }.joined(separator: " ")
        let searches = words.map { [$0] } ?? [properties[.email], properties[.phone], name].compactMap { $0 }
        var found: [ContactDetail] = []
        for search in searches where !search.isEmpty {
            var query = ContactQuery(limit: Self.mostCandidates)
            query.search = search
            query.access = context.contacts
            let page = try await crm.contacts.page(context.account.id, query)
            found += page.contacts.filter { other in
                other.contact.id != contact.id && !found.contains { $0.contact.id == other.contact.id }
            }
        }
        return Array(found.prefix(Self.mostCandidates))
    }

    /// `GET /a/<account>/contacts/<contact>/merge/<other>`: asks first.
    func confirmMerge(_ request: Request, _ context: AccountContext) async throws -> Response {
        let survivor = try await crm.contacts.detail(context.account.id, try context.id("contact"))
        let merged = try await other(context)
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(merging: merged.contact, into: survivor.contact, context.paths, frame)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/contacts/<contact>/merge/<other>`
    func merge(_ request: Request, _ context: AccountContext) async throws -> Response {
        let survivor: ContactID = try context.id("contact")
        let merged = try await other(context).contact.id
        guard merged != survivor else { throw NotFound.contact }
        _ = try await crm.merging.merge(
            context.account.id, merged, into: survivor, by: context.maker.name, actor: context.actor, now: now())
        return Redirect.to(context.paths.contact(survivor), .contactsMerged)
    }

    /// `POST /a/<account>/contacts/<contact>/unmerge`: shows the contact that is there again.
    func unmerge(_ request: Request, _ context: AccountContext) async throws -> Response {
        let survivor: ContactID = try context.id("contact")
        let id = MergeID(rawValue: context.form["eventId"] ?? "")
        guard try await crm.merging.merges(context.account.id, into: survivor).contains(where: { $0.id == id }) else {
            throw NotFound.merge
        }
        do {
            let back = try await crm.merging.undo(
                context.account.id, id, by: context.maker.name, actor: context.actor, now: now())
            return Redirect.to(context.paths.contact(back), .mergeUndone)
        } catch MergeError.mergedSince {
            return Redirect.to(context.paths.contact(survivor), .mergedSince)
        } catch is MergeError {
            return Redirect.to(context.paths.contact(survivor), .mergeWasUndone)
        }
    }

    /// `GET /a/<account>/contacts/<contact>/person.json`
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ContactID = try context.id("contact")
        let record = try await crm.erasure.export(context.account.id, id, by: context.actor, now: now())
        var response = try Response.json(record)
        response.headers[.contentDisposition] = "attachment; filename=\"person-\(id.rawValue).json\""
        return response
    }

    /// `GET /a/<account>/contacts/<contact>/erase`: asks first.
    func confirmErasure(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact = try await crm.contacts.detail(context.account.id, try context.id("contact")).contact
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(erasing: contact, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/contacts/<contact>/erase`
    func erase(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.erasure.erase(context.account.id, try context.id("contact"), by: context.actor, now: now())
        return Redirect.to(context.paths.contacts, .personErased)
    }

    /// The contact that is to be merged, if whoever asks may see it.
    private func other(_ context: AccountContext) async throws -> ContactDetail {
        let id: ContactID = try context.id("other")
        if let user = context.contacts.assignee {
            guard try await crm.people.owns(user, .contact(id), in: context.account.id) else { throw NotFound.contact }
        }
        return try await crm.contacts.detail(context.account.id, id)
    }
}
