import Attribution
import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// `POST /t/events`: what browsers send. It parses, judges and hands on; 202 is said after the commit.
struct CollectController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let backlog: Backlog
    let now: @Sendable () -> Milliseconds

    func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let received = now()
        do {
            let body = try await body(of: request)
            let events = try CollectBody.events(in: body, contentType: request.headers[.contentType])
            return try await backlog.admit(events.count) {
                try await take(events, of: request, context, received: received).response(to: request)
            }
        } catch let refusal as Refusal {
            return CollectAnswer(outcomes: [.init(eventID: nil, result: .failure(refusal))]).response(to: request)
        }
    }

    func preflight(_ request: Request, _ context: WebContext) -> Response {
        Response(status: .noContent, headers: CollectAnswer.crossOriginHeaders(for: request, preflight: true))
    }

    /// Takes our own cookie back when a visitor withdraws consent.
    func forget(_ request: Request, _ context: WebContext) async throws -> Response {
        var response = Response(
            status: .noContent, headers: CollectAnswer.crossOriginHeaders(for: request, preflight: false))
        let body: ByteBuffer
        do {
            body = try await self.body(of: request)
        } catch let refusal as Refusal {
            return CollectAnswer(outcomes: [.init(eventID: nil, result: .failure(refusal))]).response(to: request)
        }
        if let tracking = WireReader.read(Array(body.readableBytesView))?["trackingId"]?.text,
            let account = try await crm.accounts.account(trackingID: tracking)
        {
            response.setCookie(TwinCookie(account: account, publicURL: settings.publicURL).expired)
        }
        return response
    }

    private func body(of request: Request) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > CollectBody.largest {
            throw Refusal(.tooLarge)
        }
        do {
            return try await request.body.collect(upTo: CollectBody.largest)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw Refusal(.tooLarge)
        }
    }

    private func take(
        _ values: [WireValue], of request: Request, _ context: WebContext, received: Milliseconds
    ) async throws -> CollectAnswer {
        let accounts = try await accounts(of: values)
        let forms = try await ownForms(of: values)
        let judged = values.map {
            value -> (value: WireValue, account: Account?, result: Result<CaptureEvent, Refusal>) in
            guard let account = value["trackingId"]?.text.flatMap({ accounts[$0] }) else {
                return (value, nil, .failure(Refusal(value["trackingId"] == nil ? .malformed : .unknownTrackingID)))
            }
            let intake = EventIntake(
                account: account, caller: caller(of: request, context, account), forms: forms, settings: settings,
                limits: limits, received: received)
            return (value, account, Result(catching: { () throws(Refusal) -> CaptureEvent in try intake.judge(value) }))
        }
        let accepted = judged.compactMap { try? $0.result.get() }
        var answers = try await crm.capture.record(accepted, now: received)[...]
        try await count(judged, origin: request.headers[.origin], now: received)
        let outcomes = judged.map { entry in
            CollectAnswer.Outcome(
                eventID: entry.value["eventId"]?.text?.cut(to: 64),
                result: entry.result.map { _ in answers.popFirst() ?? .stored })
        }
        return answer(outcomes, judged.first { $0.account != nil }?.account, accepted, request)
    }

    private func accounts(of values: [WireValue]) async throws -> [String: Account] {
        var accounts: [String: Account] = [:]
        for tracking in Set(values.compactMap { $0["trackingId"]?.text }) where tracking.utf8.count <= 100 {
            accounts[tracking] = try await crm.accounts.account(trackingID: tracking)
        }
        return accounts
    }

    private func ownForms(of values: [WireValue]) async throws -> [String: Form] {
        var forms: [String: Form] = [:]
        for value in values where value["own"] == .bool(true) {
            guard let id = value["formId"]?.text, forms[id] == nil else { continue }
            forms[id] = try await crm.forms.form(FormID(rawValue: id.cut(to: 100)))
        }
        return forms
    }

    private func caller(of request: Request, _ context: WebContext, _ account: Account) -> EventIntake.Caller {
        EventIntake.Caller(
            origin: request.headers[.origin], userAgent: request.headers[.userAgent]?.cut(to: 1_024),
            address: context.clientAddress(of: request, settings.trustedProxies),
            excludesItself: request.cookies[SelfExclusionController.cookieName] != nil,
            twin: TwinCookie(account: account, publicURL: settings.publicURL).visitor(in: request))
    }

    private func count(
        _ judged: [(value: WireValue, account: Account?, result: Result<CaptureEvent, Refusal>)], origin: String?,
        now: Milliseconds
    ) async throws {
        let refused = judged.compactMap {
            value, account, result -> (account: AccountID, reason: DropReason, url: String?)? in
            guard let account, case .failure(let refusal) = result else { return nil }
            return (account.id, refusal.reason, origin ?? value["url"]?.text)
        }
        let hosts = refused.filter { $0.reason == .originNotAllowed }.compactMap { refusal in
            refusal.url.flatMap(Host.init(url:)).map { (account: refusal.account, host: $0) }
        }
        try await crm.capture.count(refused.map { ($0.account, $0.reason) }, from: hosts, now: now)
    }

    /// The answer, with our own cookie where the page may have it, and the visitor it stands for.
    private func answer(
        _ outcomes: [CollectAnswer.Outcome], _ account: Account?, _ accepted: [CaptureEvent], _ request: Request
    ) -> CollectAnswer {
        var answer = CollectAnswer(outcomes: outcomes)
        guard let account, let event = accepted.first(where: { $0.account == account.id && $0.visitor != nil }),
            let visitor = event.visitor
        else { return answer }
        let twin = TwinCookie(account: account, publicURL: settings.publicURL)
        let isPrivate = account.honoursGPC && request.headers[HTTPField.Name.globalPrivacyControl] == "1"
        if twin.suits(pageURL: event.url), !isPrivate {
            answer.cookie = twin.cookie(visitor)
            answer.visitor = visitor
        }
        return answer
    }
}
