import CRM
import HTTPTypes
import Hummingbird

/// What people change about themselves.
struct MeController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let cookies: ConsoleCookies
    let now: @Sendable () -> Milliseconds

    static let path = "/me"

    /// `GET /me`
    func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(MePage(frame), in: frame)
    }

    /// `POST /me/password`
    func changePassword(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            try await crm.people.changePassword(
                of: context.user, from: context.form["old"] ?? "", to: context.form["password"] ?? "",
                keeping: cookies.sessionToken(of: request) ?? "", now: now())
            return Redirect.to(Self.path, .passwordChanged)
        } catch let error as PersonError {
            let frame = try await pages.frame(request, context)
            return try pages.show(MePage(frame, error: error), in: frame, status: .unprocessableContent)
        }
    }

    /// `POST /me/sign-out`
    func signOutEverywhere(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await crm.people.signOutEverywhere(context.user.id, by: context.actor, now: now())
        var response = Redirect.to(SignInPage.path, .signedOut)
        response.setCookie(cookies.endOfSession)
        return response
    }
}

/// Oneself.
struct MePage: ConsolePage {
    static let template = "console/me"

    let shell: Shell
    let errors: [FormError]
    let email: String
    let role: String
    let passwordAction = MeController.path + "/password"
    let signOutAction = MeController.path + "/sign-out"

    init(_ frame: Frame, error: PersonError? = nil) {
        shell = Shell("You", in: nil, frame)
        errors = error.map { [FormError($0)] } ?? []
        email = frame.session.user.email.text
        role = frame.session.user.role.label
    }
}
