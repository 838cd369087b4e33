import CRM
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What the lane asks and tells: `CollectController` without anything that would have to be waited for.
final class LaneController: Sendable {
    private let collect: CollectController
    private let log: RequestLog
    private let logger: Logger
    private let date = HTTPDate()
    /// What every answer says.
    private let headers: HTTPFields

    init(collect: CollectController, security: SecurityHeaders, log: RequestLog, logger: Logger) {
        self.collect = collect
        self.log = log
        self.logger = logger
        var headers = CollectAnswer.headers
        security.add(to: &headers)
        self.headers = headers
    }

    /// Whether a request may be one for the lane, by its head.
    func mayTake(_ request: HTTPRequest) -> Bool {
        guard request.method == .post, request.path == "/t/events",
            request.headerFields[.connection].map({ $0.lowercased() == "keep-alive" }) ?? true
        else { return false }
        return request.headerFields[.contentLength].flatMap(Int.init).map { $0 <= CollectBody.largest } ?? false
    }

    /// What a request brings; nil when the router has to look at it.
    func events(of request: Request, _ body: ByteBuffer, peer: String?) -> LaneEvents? {
        let start = ContinuousClock.now
        guard let judged = collect.judgeAtOnce(request, body, peer: peer) else { return nil }
        return LaneEvents(request: request, judged: judged, start: start)
    }

    /// Stores them and answers on the event loop.
    func store(
        _ events: LaneEvents, _ loop: any EventLoop,
        _ answer: @escaping @Sendable (HTTPResponse, ByteBuffer) -> Void
    ) {
        let judged = events.judged
        collect.queue.submit(judged.accepted, refused: judged.refused, size: judged.size, on: loop) { result in
            let (response, body) = self.response(to: events, result)
            answer(response, body)
        }
    }

    private func response(
        to events: LaneEvents, _ result: Result<[IngestQueue.Answer], Refusal>
    ) -> (HTTPResponse, ByteBuffer) {
        let answer = collect.answer(result, events.judged, events.request)
        let body = answer.body
        var headers = headers
        answer.add(to: &headers, events.request)
        headers.append(HTTPField(name: .contentLength, value: "\(body.readableBytes)"))
        headers.append(HTTPField(name: .date, value: date.text()))
        log.note(.post, route: "/t/events", answer.status, in: ContinuousClock.now - events.start, logger)
        return (HTTPResponse(status: answer.status, headerFields: headers), body)
    }
}
