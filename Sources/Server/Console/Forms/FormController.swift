import CRM
import HTTPTypes
import Hummingbird

/// The account's own forms and their builder, which needs no script: every button sends the whole form.
struct FormController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/forms`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = FormListPage(
            frame, context.paths, forms: try await crm.forms.all(context.account.id),
            activity: try await crm.submissions.formsSeen(context.account.id), publicURL: settings.publicURL)
        return try pages.show(page, in: frame)
    }

    /// `GET /a/<account>/forms/new`
    func new(_ request: Request, _ context: AccountContext) async throws -> Response {
        let starter = FormDefinition.starter
        let targets = try await crm.fields.targets(context.account.id, of: starter.names)
        return try await build(request, context, FormDraft(name: "", starter, targets: targets), of: nil)
    }

    /// `GET /a/<account>/forms/<form>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await form(of: context)
        let targets = try await crm.fields.targets(context.account.id, of: form.definition.names)
        return try await build(
            request, context, FormDraft(name: form.name, form.definition, targets: targets), of: form)
    }

    /// `POST /a/<account>/forms`
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await change(request, context, form: nil) { name, definition in
            let form = try await crm.forms.create(
                context.account.id, name: name, definition: definition, by: context.actor, now: now())
            return Redirect.to(context.paths.form(form.id), .formCreated)
        }
    }

    /// `POST /a/<account>/forms/<form>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await form(of: context)
        return try await change(request, context, form: form) { name, definition in
            try await crm.forms.update(
                context.account.id, form.id, name: name, definition: definition, by: context.actor, now: now())
            return Redirect.to(context.paths.form(form.id), .formSaved)
        }
    }

    /// `GET /a/<account>/forms/<form>/archive`: asks first.
    func confirmArchive(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await form(of: context)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(archiving: form, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/forms/<form>/archive`
    func archive(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.forms.archive(context.account.id, try context.id("form"), by: context.actor, now: now())
        return Redirect.to(context.paths.forms, .formArchived)
    }

    /// Does what the button says: changes the draft and shows it again, or stores it.
    private func change(
        _ request: Request, _ context: AccountContext, form: Form?,
        store: (String, FormDefinition) async throws -> Response
    ) async throws -> Response {
        var draft = FormDraft(context.form)
        let change = FormDraft.Change(context.form["do"] ?? "") ?? .save
        guard change == .save else {
            draft.apply(change)
            return try await build(request, context, draft, of: form)
        }
        do {
            let fields = try await crm.fields.all(context.account.id)
            return try await store(draft.name, draft.definition(fields))
        } catch let error as InvalidForm {
            return try await build(request, context, draft, of: form, problems: error.problems)
        }
    }

    private func build(
        _ request: Request, _ context: AccountContext, _ draft: FormDraft, of form: Form?, problems: [String] = []
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = FormEditPage(
            frame, context.paths, draft, of: form, fields: try await crm.fields.all(context.account.id),
            problems: problems, publicURL: settings.publicURL)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The form that the address names; another account's is none.
    private func form(of context: AccountContext) async throws -> Form {
        guard let form = try await crm.forms.form(try context.id("form")), form.account == context.account.id else {
            throw NotFound.form
        }
        return form
    }
}

extension FormDefinition {
    /// By what its answers find their places.
    fileprivate var names: [(name: String, label: String?)] { fields.map { ($0.name, $0.label) } }
}
