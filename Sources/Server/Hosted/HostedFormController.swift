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
        let event = EventID(rawValue: crm.ids.uuid(at: now()))
        return try show(form, account, seal: seal, event: event, values: [:], .opened)
    }

    /// `POST /f/<id>`
    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, account) = try await form(of: context)
        let submission = try await submission(to: form, of: account, request, context)
        let problems = form.definition.problems(with: submission.body.values)
        guard problems.isEmpty else { return try showAgain(submission, .problems(problems)) }
        do {
            try await store(submission)
        } catch let refusal where refusal.retryAfter != nil {
            return try showAgain(submission, .refused(refusal))
        } catch {
            throw HTTPError(error.status)
        }
        if let redirect = form.definition.redirect { return .redirect(to: redirect, type: .normal) }
        return framed(try templates.page("console/hosted-form", HostedFormPage(thanksFor: form)), by: account)
    }

    private func submission(
        to form: Form, of account: Account, _ request: Request, _ context: WebContext
    ) async throws -> HostedSubmission {
        let body = FormBody(try await request.body.collect(upTo: CollectBody.largest))
        let seal = body["_seal"].flatMap { FormSeal(text: $0, secret: account.formSecret) }
            .flatMap { $0.form == form.id.rawValue ? $0 : nil }
        let now = now()
        return HostedSubmission(
            id: body["_event"].flatMap(EventID.init) ?? EventID(rawValue: crm.ids.uuid(at: now)), form: form,
            account: account, seal: seal, body: body, pageURL: address(of: request),
            hints: BrowserHints(request.headers),
            client: context.clientAddress(of: request, settings.trustedProxies), now: now)
    }

    /// Returns after the commit.
    private func store(_ submission: HostedSubmission) async throws(Refusal) {
        if let refusal = submission.refusal(limits: limits, settings) {
            _ = try await queue.submit(
                [], refused: [RefusedEvent(account: submission.account.id, cause: refusal.cause)], size: 0)
            throw refusal
        }
        let event = submission.event(limits: limits, filtersBots: settings.filtersBots)
        let answers = try await queue.submit([event], size: submission.body.size)
        if case .failure(let refusal)? = answers.first { throw refusal }
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

    /// The form with what was typed; what was not ours in it is made anew.
    private func showAgain(_ submission: HostedSubmission, _ occasion: FormOccasion) throws -> Response {
        let fresh = FormSeal(
            form: submission.form.id.rawValue, at: submission.now, url: submission.pageURL, referrer: nil)
        return try show(
            submission.form, submission.account, seal: submission.seal ?? fresh, event: submission.id,
            values: submission.body.values, occasion)
    }

    private func show(
        _ form: Form, _ account: Account, seal: FormSeal, event: EventID, values: [String: [String]],
        _ occasion: FormOccasion
    ) throws -> Response {
        let page = HostedFormPage(
            form, seal: try seal.text(secret: account.formSecret), event: event.description, values: values, occasion)
        var response = try templates.page("console/hosted-form", page, status: occasion.status)
        if let seconds = occasion.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return framed(response, by: account)
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
