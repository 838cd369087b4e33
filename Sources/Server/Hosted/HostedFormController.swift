import Attribution
import CRM
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Own forms as visitors meet them: hosted at `/f/<id>`, which works without a script, or described for the embedding one.
struct HostedFormController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let templates: Templates
    let queue: IngestQueue
    let now: @Sendable () -> Milliseconds

    /// `GET /t/forms/<id>`: what `form.js` builds the form from.
    func description(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, account) = try await form(of: context)
        let seal = FormSeal(form: form.id.rawValue, at: now(), url: nil, referrer: nil)
        let wire = FormWire(form, trackingID: account.trackingID, seal: try seal.text(secret: account.formSecret))
        var headers = CollectAnswer.crossOriginHeaders(for: request, preflight: false)
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(wire))))
    }

    /// `GET /f/<id>`: the form; its own address and referrer are the landing of what is sent from it.
    func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, account) = try await form(of: context)
        let seal = FormSeal(
            form: form.id.rawValue, at: now(), url: address(of: request).cut(to: 8_192),
            referrer: request.headers[.referer]?.cut(to: 8_192))
        let event = EventID(rawValue: crm.ids.uuid(at: now())).description
        return try show(form, account, seal: seal, event: event, values: [:], problems: [])
    }

    /// `POST /f/<id>`
    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, account) = try await form(of: context)
        let body = FormBody(try await request.body.collect(upTo: CollectBody.largest))
        let seal = body["_seal"].flatMap { FormSeal(text: $0, secret: account.formSecret) }
            .flatMap { $0.form == form.id.rawValue ? $0 : nil }
        let problems = form.definition.problems(with: body.values)
        guard problems.isEmpty else {
            let fresh = seal ?? FormSeal(form: form.id.rawValue, at: now(), url: address(of: request), referrer: nil)
            let event = body["_event"].flatMap(EventID.init) ?? EventID(rawValue: crm.ids.uuid(at: now()))
            return try show(
                form, account, seal: fresh, event: event.description, values: body.values, problems: problems)
        }
        let submission = HostedSubmission(
            form: form, account: account, seal: seal, body: body, pageURL: address(of: request),
            hints: BrowserHints(request.headers),
            client: context.clientAddress(of: request, settings.trustedProxies), now: now())
        let event = submission.event(ids: crm.ids, limits: limits, filtersBots: settings.filtersBots)
        if case .failure(let refusal)? = try await queue.submit([event], refused: []).first {
            throw HTTPError(refusal.status)
        }
        if let redirect = form.definition.redirect { return .redirect(to: redirect, type: .normal) }
        return framed(try templates.page("console/hosted-form", HostedFormPage(thanksFor: form)), by: account)
    }

    private func form(of context: WebContext) async throws -> (Form, Account) {
        guard let id = context.parameters.get("form"), let form = try await crm.forms.form(FormID(rawValue: id)) else {
            throw HTTPError(.notFound)
        }
        return (form, try await crm.accounts.account(form.account))
    }

    private func address(of request: Request) -> String {
        settings.publicURL.text + request.uri.string
    }

    private func show(
        _ form: Form, _ account: Account, seal: FormSeal, event: String, values: [String: [String]],
        problems: [FormProblem]
    ) throws -> Response {
        let page = HostedFormPage(
            form, seal: try seal.text(secret: account.formSecret), event: event, values: values, problems: problems)
        let status: HTTPResponse.Status = problems.isEmpty ? .ok : .unprocessableContent
        return framed(try templates.page("console/hosted-form", page, status: status), by: account)
    }

    /// Only the account's own pages may put the form in a frame.
    private func framed(_ response: Response, by account: Account) -> Response {
        var response = response
        // A policy names hosts in ASCII: an international one as `xn--…`.
        let hosts = account.domains.compactMap { Host(name: $0)?.name }
        let ancestors = hosts.flatMap { ["https://\($0)", "https://*.\($0)"] }.joined(separator: " ")
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action *; "
            + "frame-ancestors \(ancestors.isEmpty ? "'none'" : ancestors)"
        return response
    }
}
