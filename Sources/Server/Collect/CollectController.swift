import Attribution
import CRM
import Database
import HTTPTypes
import Hummingbird
import NIOCore

/// `POST /t/events`: what browsers send. It parses, judges and hands on; 202 is said after the commit.
///
/// An object: to copy all that it knows with every request costs more than to judge one.
final class CollectController: Sendable {
    let queue: IngestQueue
    let metrics: IngestMetrics
    private let forms: Forms
    private let settings: ServerSettings
    private let limits: RateLimits
    private let accounts: AccountDirectory
    private let now: @Sendable () -> Milliseconds

    init(
        crm: CRM, settings: ServerSettings, limits: RateLimits, queue: IngestQueue, metrics: IngestMetrics,
        now: @escaping @Sendable () -> Milliseconds
    ) {
        self.queue = queue
        self.metrics = metrics
        forms = crm.forms
        self.settings = settings
        self.limits = limits
        accounts = AccountDirectory(crm.accounts)
        self.now = now
    }

    func take(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let body = try await body(of: request)
            let values = try CollectBody.events(in: body, contentType: request.headers[.contentType])
            let known = try await knowledge(of: values)
            let judged = judge(
                values, known, request, peer: context.remoteAddress?.ipAddress, size: body.readableBytes)
            let answers = try await queue.submit(judged.accepted, refused: judged.refused, size: judged.size)
            return answer(.success(answers), judged, request).response(to: request)
        } catch let refusal as Refusal {
            // The queue counts the events that it turns away; how many there are in any other body nobody knows.
            if refusal.cause != .overloaded { metrics.dropped[refusal.cause].add() }
            return CollectAnswer(refusal).response(to: request)
        } catch  where DatabaseFault(error).isTransient {
            return CollectAnswer(Refusal(.overloaded, retryAfter: 5)).response(to: request)
        }
    }

    /// The same for a request that is there as a whole, without waiting for anything: nil where that cannot be.
    func judgeAtOnce(_ request: Request, _ body: ByteBuffer, peer: String?) -> JudgedRequest? {
        guard let values = try? CollectBody.events(in: body, contentType: request.headers[.contentType]) else {
            return nil
        }
        var known = EdgeKnowledge(accounts: [:], forms: [:])
        for value in values {
            guard value["own"] == nil, let tracking = value["trackingId"]?.text else { return nil }
            guard known.accounts[tracking] == nil else { continue }
            guard let account = accounts.known(trackingID: tracking) else { return nil }
            known.accounts[tracking] = account
        }
        return judge(values, known, request, peer: peer, size: body.readableBytes)
    }

    /// What is known of the accounts and the own forms that a request names.
    private struct EdgeKnowledge {
        var accounts: [String: Account]
        var forms: [String: Form]
    }

    private func judge(
        _ values: [WireValue], _ known: EdgeKnowledge, _ request: Request, peer: String?, size: Int
    ) -> JudgedRequest {
        let received = now()
        let caller = caller(of: request, peer: peer)
        let intakes = known.accounts.mapValues { account in
            EventIntake(
                account: account, caller: caller, twin: twin(of: account).visitor(in: request), forms: known.forms,
                settings: settings, limits: limits, received: received)
        }
        let events = values.map { JudgedEvent($0, by: $0["trackingId"]?.text.flatMap { intakes[$0] }) }
        for event in events where event.intake == nil {
            // Of an account's the queue counts the refused ones.
            if case .failure(let refusal) = event.result { metrics.dropped[refusal.cause].add() }
        }
        return JudgedRequest(events, origin: caller.origin, size: size)
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
            return CollectAnswer(refusal).response(to: request)
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

    /// A page names one account and one form; nobody can make us look up many.
    private static let mostNames = 10

    private func knowledge(of values: [WireValue]) async throws -> EdgeKnowledge {
        var known = EdgeKnowledge(accounts: [:], forms: [:])
        for tracking in Set(values.compactMap { $0["trackingId"]?.text }).prefix(Self.mostNames) {
            known.accounts[tracking] = try await accounts.account(trackingID: tracking)
        }
        guard !known.accounts.isEmpty else { return known }
        let own = values.filter { $0["own"] == .bool(true) }
        for id in Set(own.compactMap { $0["formId"]?.text }).prefix(Self.mostNames) {
            known.forms[id] = try await forms.form(FormID(rawValue: id.cut(to: 100)))
        }
        return known
    }

    private func caller(of request: Request, peer: String?) -> EventIntake.Caller {
        EventIntake.Caller(
            request, address: settings.trustedProxies.client(of: request, peer: peer), filtersBots: settings.filtersBots
        )
    }

    private func twin(of account: Account) -> TwinCookie {
        TwinCookie(account: account, publicURL: settings.publicURL)
    }

    /// The answer, with our own cookie where the page may have it, and the visitor it stands for.
    ///
    /// - Parameter answers: one for each accepted event, or why none of them was taken.
    func answer(
        _ answers: Result<[IngestQueue.Answer], Refusal>, _ judged: JudgedRequest, _ request: Request
    ) -> CollectAnswer {
        var answer: CollectAnswer
        switch answers {
        case .failure(let refusal): return CollectAnswer(refusal)
        case .success(let answers): answer = CollectAnswer(outcomes: judged.outcomes(answers))
        }
        guard let account = judged.intake?.account,
            let event = judged.accepted.first(where: { $0.account == account.id && $0.visitor != nil }),
            let visitor = event.visitor
        else { return answer }
        let twin = twin(of: account)
        let isPrivate = account.honoursGPC && request.headers[HTTPField.Name.globalPrivacyControl] == "1"
        if twin.suits(pageURL: event.url), !isPrivate {
            answer.cookie = twin.cookie(visitor)
            answer.visitor = visitor
        }
        return answer
    }
}
