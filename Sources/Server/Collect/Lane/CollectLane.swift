import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// The short way of `POST /t/events`: what can be answered without waiting for anything but the commit is read, judged and
/// answered on the event loop of its connection, without a task.
///
/// Everything else goes on to the router as it came. Requests of one connection are answered in their order: what comes in
/// while one is being answered here waits, and what comes in while the router is busy goes to the router.
final class CollectLane: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let collect: LaneController
    private var peer: String?
    /// The request that is being read, as far as it has come.
    private var head: HTTPRequest?
    private var body = ByteBuffer()
    private var isAnswering = false
    /// Requests that the router has not answered yet.
    private var elsewhere = 0
    /// What came in meanwhile.
    private var waiting: [HTTPRequestPart] = []
    private var isReadHeld = false
    /// Who has nothing more to say may still be waiting for an answer.
    private var isEndHeld = false

    init(_ collect: LaneController) { self.collect = collect }

    func handlerAdded(context: ChannelHandlerContext) { peer = context.remoteAddress?.ipAddress }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if isAnswering || !waiting.isEmpty { waiting.append(part) } else { take(part, context) }
    }

    func read(context: ChannelHandlerContext) {
        // Nobody sends more than one read ahead, nor more than he takes the answers of.
        if isAnswering && !waiting.isEmpty || !context.channel.isWritable { isReadHeld = true } else { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { goOn(context) }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isAnswering || !waiting.isEmpty, event as? ChannelEvent == .inputClosed {
            isEndHeld = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { elsewhere -= 1 }
        context.write(data, promise: promise)
    }

    private func take(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head(let request) where elsewhere == 0 && collect.mayTake(request):
            head = request
            body.clear()
        case .body(var bytes) where head != nil:
            if body.readableBytes == 0 { body = bytes } else { body.writeBuffer(&bytes) }
            if body.readableBytes > CollectBody.largest { passOn(context) }
        case .end where head != nil:
            answer(context)
        case .head:
            elsewhere += 1
            context.fireChannelRead(wrapInboundOut(part))
        case .body, .end:
            context.fireChannelRead(wrapInboundOut(part))
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let request = head else { return }
        let events = collect.events(of: Request(head: request, body: RequestBody(buffer: body)), body, peer: peer)
        guard let events else {
            passOn(context)
            return context.fireChannelRead(wrapInboundOut(.end(nil)))
        }
        head = nil
        isAnswering = true
        let this = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        collect.store(events, context.eventLoop) { response, body in
            let (handler, context) = this.value
            handler.write(response, body, context)
        }
    }

    /// Gives what was read of a request to the router.
    private func passOn(_ context: ChannelHandlerContext) {
        guard let request = head else { return }
        head = nil
        elsewhere += 1
        context.fireChannelRead(wrapInboundOut(.head(request)))
        context.fireChannelRead(wrapInboundOut(.body(body)))
    }

    private func write(_ response: HTTPResponse, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(response)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        isAnswering = false
        goOn(context)
    }

    /// Takes what came in meanwhile.
    private func goOn(_ context: ChannelHandlerContext) {
        guard !isAnswering, !waiting.isEmpty || isReadHeld || isEndHeld else { return }
        var rest = waiting[...]
        while !isAnswering, context.channel.isWritable, let part = rest.popFirst() { take(part, context) }
        waiting = Array(rest)
        context.fireChannelReadComplete()
        guard !isAnswering, waiting.isEmpty, context.channel.isWritable else { return }
        if isReadHeld {
            isReadHeld = false
            context.read()
        }
        if isEndHeld {
            isEndHeld = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }
}
