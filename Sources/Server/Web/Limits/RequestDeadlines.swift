import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections whose sender takes too long for a request, sends without end, or does not take its answer.
///
/// Bytes that trickle in do not move a deadline: it stands for the whole header, or the whole body. A request that comes in
/// one piece, as nearly all do, sets none.
final class RequestDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let connections: OpenConnections
    private var isCounted = false
    private var isReadingBody = false
    private var bodyBytes = 0
    /// Requests that were begun and not answered to the end.
    private var unanswered = 0
    private var isAnswering = false
    /// Whether the connection ends with the answer that is being written.
    private var isLast = false
    private var isGivenUp = false
    private var deadline: Scheduled<Void>?
    private var stall: Scheduled<Void>?

    init(_ limits: ConnectionLimits, _ connections: OpenConnections) {
        self.limits = limits
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isGivenUp else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            stopClock()
            isReadingBody = true
            bodyBytes = 0
            unanswered += 1
            if unanswered == 1, isWorthWaitingFor(head) {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
            }
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            guard bodyBytes <= limits.mostBodyBytes else { return giveUp(context, .contentTooLarge) }
        case .end:
            stopClock()
            isReadingBody = false
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isReadingBody, deadline == nil, !isGivenUp {
            startClock(context, limits.body) { $0.giveUp($1, .requestTimeout) }
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isGivenUp else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var response):
            isAnswering = true
            isLast = isReadingBody || connections.areShort
            if isLast { response.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(response)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            isAnswering = false
            unanswered -= 1
            guard isLast else { return context.write(data, promise: promise) }
            leave(context, with: data, promise)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if !isGivenUp {
            stopWatch()
            if !context.channel.isWritable { watch(context) }
        }
        context.fireChannelWritabilityChanged()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard !isCounted else { return }
        isCounted = true
        connections.add()
        // Silently: a browser opens connections that it may need, and did not ask for anything yet.
        let patience = connections.areShort ? limits.firstHeadUnderPressure : limits.firstHead
        startClock(context, patience) { $1.close(promise: nil) }
    }

    private func end() {
        stopClock()
        stopWatch()
        if isCounted { connections.remove() }
        isCounted = false
    }

    /// `Expect: 100-continue` of a body that some route may take.
    private func isWorthWaitingFor(_ head: HTTPRequest) -> Bool {
        guard head.headerFields[.expect]?.lowercased() == "100-continue" else { return false }
        return head.headerFields[.contentLength].flatMap(Int.init).map { $0 <= limits.mostBodyBytes } ?? true
    }

    /// Closes once the socket has the whole of the last answer: a close throws away what still waits for it.
    private func leave(_ context: ChannelHandlerContext, with end: NIOAny, _ promise: EventLoopPromise<Void>?) {
        isGivenUp = true
        stopClock()
        watch(context)
        let taken = promise ?? context.eventLoop.makePromise()
        taken.futureResult.assumeIsolated().whenComplete { _ in self.close(context) }
        context.writeAndFlush(end, promise: taken)
    }

    /// A body that was answered before its end is thrown away for a moment: a connection that is closed over unread bytes
    /// takes its answer along.
    private func close(_ context: ChannelHandlerContext) {
        guard isReadingBody else { return context.close(promise: nil) }
        startClock(context, limits.linger) { $1.close(promise: nil) }
    }

    /// Says why, where nothing was said yet, and closes.
    private func giveUp(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status) {
        guard !isGivenUp else { return }
        isGivenUp = true
        stopClock()
        guard unanswered == 1, !isAnswering else { return context.close(promise: nil) }
        let refusal = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(refusal)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        startClock(context, limits.linger) { $1.close(promise: nil) }
    }

    /// So many times it is looked whether a slow reader takes anything, before it is given up.
    private static let looks: Int64 = 6

    /// Looks now and then how much of an answer waits, and closes when nothing of it went for too long.
    private func watch(_ context: ChannelHandlerContext, before: Int = .max, quiet: Int64 = 0) {
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        let quiet = waiting < before ? 0 : quiet + 1
        guard quiet < Self.looks else { return context.close(promise: nil) }
        stall = schedule(context, .nanoseconds(limits.stalledAnswer.nanoseconds / Self.looks)) {
            $0.watch($1, before: waiting, quiet: quiet)
        }
    }

    private func stopWatch() {
        stall?.cancel()
        stall = nil
    }

    private func startClock(
        _ context: ChannelHandlerContext, _ time: TimeAmount,
        _ expired: @escaping (RequestDeadlines, ChannelHandlerContext) -> Void
    ) {
        deadline = schedule(context, time, expired)
    }

    private func stopClock() {
        deadline?.cancel()
        deadline = nil
    }

    private func schedule(
        _ context: ChannelHandlerContext, _ time: TimeAmount,
        _ expired: @escaping (RequestDeadlines, ChannelHandlerContext) -> Void
    ) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: time) { expired(self, context) }
    }
}
