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
    let accounts: AccountDirectory
    let queue: IngestQueue
    let metrics: IngestMetrics
    let now: @Sendable () -> Milliseconds

    func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let received = now()
        do {
            let body = try await body(of: request)
            let events = try CollectBody.events(in: body, contentType: request.headers[.contentType])
            return try await take(events, of: request, context, received: received).response(to: request)
        } catch let refusal as Refusal {
            // The queue counts the events that it turns away; how many there are in any other body nobody knows.
            if refusal.cause != .overloaded { metrics.dropped[refusal.cause].add() }
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
            let account = try await accounts.account(trackingID: tracking)
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
        let intakes = try await intakes(of: values, request, context, received: received)
        let judged = values.map { Judged($0, by: $0["trackingId"]?.text.flatMap { intakes[$0] }) }
        for event in judged { event.countUnlessOfAnAccount(metrics) }
        let accepted = judged.compactMap { try? $0.result.get() }
        let origin = request.headers[.origin]
        var answers = try await queue.submit(accepted, refused: judged.compactMap { $0.refused(from: origin) })[...]
        let outcomes = judged.map { event in
            CollectAnswer.Outcome(
                eventID: event.value["eventId"]?.text?.cut(to: 64),
                result: event.result.flatMap { _ in answers.popFirst() ?? .success(.stored) })
        }
        return answer(outcomes, judged.first { $0.intake != nil }?.intake, accepted, request)
    }

    /// One event with what became of it at the edge.
    private struct Judged {
        let value: WireValue
        /// Nil when no account has the tracking id.
        let intake: EventIntake?
        let result: Result<CaptureEvent, Refusal>

        init(_ value: WireValue, by intake: EventIntake?) {
            self.value = value
            self.intake = intake
            guard let intake else {
                result = .failure(Refusal(value["trackingId"] == nil ? .malformed : .unknownTrackingID))
                return
            }
            result = Result { () throws(Refusal) -> CaptureEvent in try intake.judge(value) }
        }

        /// Of an account's the queue counts the refused ones.
        func countUnlessOfAnAccount(_ metrics: IngestMetrics) {
            if intake == nil, case .failure(let refusal) = result { metrics.dropped[refusal.cause].add() }
        }

        func refused(from origin: String?) -> RefusedEvent? {
            guard let intake, case .failure(let refusal) = result else { return nil }
            let site = refusal.cause == .originNotAllowed ? origin ?? value["url"]?.text : nil
            return RefusedEvent(
                account: intake.account.id, cause: refusal.cause, host: site.flatMap(Host.init(url:)))
        }
    }

    /// Who judges the events, by tracking id.
    private func intakes(
        of values: [WireValue], _ request: Request, _ context: WebContext, received: Milliseconds
    ) async throws -> [String: EventIntake] {
        var intakes: [String: EventIntake] = [:]
        let forms = try await ownForms(of: values)
        for value in values {
            guard let tracking = value["trackingId"]?.text, tracking.utf8.count <= 100, intakes[tracking] == nil,
                let account = try await accounts.account(trackingID: tracking)
            else { continue }
            intakes[tracking] = EventIntake(
                account: account, caller: caller(of: request, context, account), forms: forms, settings: settings,
                limits: limits, received: received)
        }
        return intakes
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
            request, address: context.clientAddress(of: request, settings.trustedProxies),
            filtersBots: settings.filtersBots,
            twin: TwinCookie(account: account, publicURL: settings.publicURL).visitor(in: request))
    }

    /// The answer, with our own cookie where the page may have it, and the visitor it stands for.
    private func answer(
        _ outcomes: [CollectAnswer.Outcome], _ intake: EventIntake?, _ accepted: [CaptureEvent], _ request: Request
    ) -> CollectAnswer {
        var answer = CollectAnswer(outcomes: outcomes)
        guard let account = intake?.account,
            let event = accepted.first(where: { $0.account == account.id && $0.visitor != nil }),
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
