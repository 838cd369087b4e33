import CRM
import Hummingbird

/// Adds opportunities to contacts.
struct OpportunityMakingController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/opportunities/new`: the form for a contact, or a search for one.
    func new(_ request: Request, _ context: AccountContext) async throws -> Response {
        let query = FormBody(request.uri.query ?? "")
        let account = context.account.id
        if let id = query.text("contact").map(ContactID.init(rawValue:)) {
            let contact = try await contact(id, context)
            let form = OpportunityForm(
                of: contact, currency: try await crm.pipelines.currency(account), owner: context.user,
                fields: try await crm.fields.all(account, of: .opportunity))
            return try await show(request, context, contact, form)
        }
        let search = query.text("q").map { String($0.prefix(200)) }
        let frame = try await pages.frame(request, context)
        let found = try await contacts(search, context)
        let page = OpportunityNewPage(frame, context.paths, search: search, contacts: found)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/opportunities`
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let contact = try await contact(ContactID(rawValue: context.form["contact"] ?? ""), context)
        var form = OpportunityForm(
            context.form, fields: try await crm.fields.all(account, of: .opportunity))
        do {
            var edit = try form.edit()
            edit.contact = contact.id
            let id = try await crm.opportunities.create(account, edit, by: context.maker, now: now())
            return Redirect.to(context.paths.opportunity(id), .opportunityCreated)
        } catch let error as InvalidField {
            form.refuse(error)
            return try await show(request, context, contact, form)
        }
    }

    /// Nil before anything was searched for.
    private func contacts(_ search: String?, _ context: AccountContext) async throws -> [Contact]? {
        guard let search else { return nil }
        var query = ContactQuery(limit: 20)
        query.search = search
        query.access = context.user.contacts
        return try await crm.contacts.page(context.account.id, query).contacts.map(\.contact)
    }

    private func contact(_ id: ContactID, _ context: AccountContext) async throws -> Contact {
        let contact = try await crm.contacts.detail(context.account.id, id).contact
        let access = context.user.contacts
        guard access == .everything || contact.assignedTo == access.assignee else { throw NotFound.contact }
        return contact
    }

    private func show(
        _ request: Request, _ context: AccountContext, _ contact: Contact, _ form: OpportunityForm
    ) async throws -> Response {
        let account = context.account.id
        let frame = try await pages.frame(request, context)
        let page = OpportunityNewPage(
            frame, context.paths, contact, form, try await crm.pipelines.all(account),
            people: try await crm.people.all().filter { $0.sees(account) })
        return try pages.show(page, in: frame, status: form.problem == nil ? .ok : .unprocessableContent)
    }
}
