import CRM
import HTTPTypes
import Hummingbird

/// The tokens of the account, and those of the agency.
struct TokenSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/tokens`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = TokenSettingsPage(
            frame, context.paths, try await tokens(context), publicURL: settings.publicURL)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/tokens`: answers with the page itself, because the token is shown this once.
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let draft = NewToken(context.form)
        let frame = try await pages.frame(request, context)
        var created: TokenSettingsPage.Created?
        if draft.problem == nil {
            let (token, secret) = try await crm.tokens.create(
                draft.isForAgency ? nil : context.account.id, name: draft.name, scopes: draft.scopes,
                expiresAt: draft.expiresAt(now: now()), by: context.actor, now: now())
            created = TokenSettingsPage.Created(token: secret, name: token.name)
        }
        let page = TokenSettingsPage(
            frame, context.paths, try await tokens(context), publicURL: settings.publicURL, created: created,
            draft: created == nil ? draft : NewToken(), problem: draft.problem)
        return try pages.show(page, in: frame, status: created == nil ? .unprocessableContent : .ok)
    }

    /// `GET /a/<account>/settings/tokens/<token>/revoke`: asks first.
    func confirmRevoke(_ request: Request, _ context: AccountContext) async throws -> Response {
        let token = try await token(context)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(revoking: token, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/tokens/<token>/revoke`
    func revoke(_ request: Request, _ context: AccountContext) async throws -> Response {
        let token = try await token(context)
        try await crm.tokens.revoke(token.account, token.id, by: context.actor, now: now())
        return Redirect.to(context.paths.tokens, .tokenRevoked)
    }

    private func tokens(_ context: AccountContext) async throws -> [Token] {
        try await crm.tokens.all(context.account.id) + crm.tokens.agency()
    }

    private func token(_ context: AccountContext) async throws -> Token {
        let id: TokenID = try context.id("token")
        guard let token = try await tokens(context).first(where: { $0.id == id }) else { throw NotFound.token }
        return token
    }
}
