import CRM
import HTTPTypes
import Hummingbird

/// One contact: its record, and what a person does to it.
struct ContactController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/contacts/<contact>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ContactID = try context.id("contact")
        let account = context.account.id
        let limit = ContactRecordPage.limit(FormBody(request.uri.query ?? "").text("activity"))
        let detail = try await crm.contacts.detail(account, id)
        let matter = ContactRecordPage.Matter(
            detail: detail, journey: try await crm.contacts.journey(account, id, limit: limit),
            fields: try await crm.fields.all(account),
            takeover: detail.contact.needsReview == nil ? nil : try await crm.undo.takeover(account, of: id),
            opinions: try await crm.rules.opinions(account, detail.attributions),
            readings: try await crm.lenses.readings(account, id, visits: LensPanel.mostVisits),
            tasks: try await crm.tasks.list(account, of: id), users: try await users(of: context),
            opportunities: try await crm.opportunities.page(account, .of(id)).opportunities,
            pipelines: try await crm.pipelines.all(account),
            clicks: try await crm.links.touches(account, id, limit: limit, now: now()),
            links: ContactLinksPanel(
                try await crm.links.all(account), for: id, of: context.account, context.paths, settings.publicURL),
            exclusion: try await crm.sync.exclusion(of: id, in: account)?.reason, limit: limit)
        let frame = try await pages.frame(request, context)
        return try pages.show(ContactRecordPage(frame, context.paths, matter), in: frame)
    }

    /// `GET /a/<account>/contacts/new`
    func new(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await edit(request, context, ContactForm(fields: try await crm.fields.all(context.account.id)), of: nil)
    }

    /// `POST /a/<account>/contacts`
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        var form = ContactForm(context.form, fields: try await crm.fields.all(context.account.id))
        guard form.namesSomebody else {
            form.refuse("Give at least a name, an e-mail address or a phone number.", field: "first_name")
            return try await edit(request, context, form, of: nil)
        }
        do {
            var wish = form.edit()
            // Whoever sees only their own contacts would not see this one otherwise.
            if let user = context.contacts.assignee { wish.assignedTo = user }
            switch try await crm.contacts.create(context.account.id, wish, by: context.maker, now: now()) {
            case .created(let id):
                return Redirect.to(context.paths.contact(id), .contactCreated)
            case .duplicate(_, let name, let field):
                form.refuse(duplicateOf: name, field, context)
            }
        } catch let error as InvalidField {
            form.refuse(error)
        }
        return try await edit(request, context, form, of: nil)
    }

    /// `GET /a/<account>/contacts/<contact>/edit`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let detail = try await crm.contacts.detail(context.account.id, try context.id("contact"))
        let form = ContactForm(detail, fields: try await crm.fields.all(context.account.id))
        return try await edit(request, context, form, of: detail.contact)
    }

    /// `POST /a/<account>/contacts/<contact>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ContactID = try context.id("contact")
        let account = context.account.id
        let detail = try await crm.contacts.detail(account, id)
        var form = ContactForm(context.form, fields: try await crm.fields.all(account))
        do {
            try await crm.contacts.update(
                account, id, form.edit(of: detail), by: context.maker, refusesDuplicates: true, now: now())
            return Redirect.to(context.paths.contact(id), .contactSaved)
        } catch let error as InvalidField {
            form.refuse(error)
        } catch let duplicate as DuplicateContact {
            form.refuse(duplicateOf: duplicate.name, duplicate.field, context)
        }
        return try await edit(request, context, form, of: detail.contact)
    }

    /// `GET /a/<account>/contacts/<contact>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact = try await crm.contacts.detail(context.account.id, try context.id("contact")).contact
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: contact, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/contacts/<contact>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.contacts.delete(context.account.id, try context.id("contact"), now: now())
        return Redirect.to(context.paths.contacts, .contactDeleted)
    }

    /// `POST /a/<account>/contacts/<contact>/reviewed`
    func markReviewed(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ContactID = try context.id("contact")
        _ = try await crm.contacts.detail(context.account.id, id)
        try await crm.contacts.markReviewed(context.account.id, id)
        return Redirect.to(context.paths.contact(id), .contactReviewed)
    }

    /// `POST /a/<account>/contacts/<contact>/undo`: takes a submission off the contact and shows the one it became.
    func undo(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ContactID = try context.id("contact")
        let conversion = ConversionID(rawValue: context.form["eventId"] ?? "")
        guard try await crm.submissions.submission(context.account.id, conversion).contact == id else {
            throw NotFound.conversion
        }
        do {
            let new = try await crm.undo.split(context.account.id, conversion, now: now())
            try await crm.audit.note(
                context.account.id, .submissionUndone, conversion.rawValue, by: context.actor, at: now())
            return Redirect.to(context.paths.contact(new), .splitOff)
        } catch is UndoError {
            return Redirect.to(context.paths.contact(id), .nothingToSplit)
        }
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ form: ContactForm, of contact: Contact?
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = ContactEditPage(frame, context.paths, form, of: contact, users: try await users(of: context))
        return try pages.show(page, in: frame, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ContactController {
    /// Those who may look after the account's contacts.
    private func users(of context: AccountContext) async throws -> [User] {
        try await crm.people.all().filter { $0.sees(context.account.id) }
    }
}

extension ContactForm {
    fileprivate mutating func refuse(duplicateOf name: String, _ field: ContactProperty, _ context: AccountContext) {
        let what = field == .email ? "e-mail address" : "phone number"
        // Whose it is, is none of the business of somebody who sees only their own contacts.
        let whose = context.contacts == .everything ? ": \(name)" : ""
        refuse("There is a contact with this \(what) already\(whose).", field: field.rawValue)
    }
}

extension ContactRecordPage {
    /// How much of a journey is shown: a hundred touches, or as many as the link to earlier ones asks for.
    static func limit(_ text: String?) -> Int {
        min(max(text.flatMap(Int.init) ?? 100, 100), 12_500)
    }
}
