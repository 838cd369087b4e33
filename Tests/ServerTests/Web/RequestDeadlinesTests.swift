import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Server

@Suite struct RequestDeadlinesTests {
    private static let head = HTTPRequest(method: .post, scheme: nil, authority: "leads.example", path: "/t/events")

    /// One connection, whose time passes when it is told to.
    private final class Connection {
        let channel: EmbeddedChannel
        let connections: OpenConnections
        let reader = SlowReader()

        init(openBefore: Int = 0, change: (inout ConnectionLimits) -> Void = { _ in }) throws {
            var limits = ConnectionLimits()
            limits.mostConnections = 10
            change(&limits)
            connections = OpenConnections(most: limits.mostConnections)
            for _ in 0..<openBefore { connections.add() }
            channel = EmbeddedChannel(handlers: [reader, RequestDeadlines(limits, connections)])
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
        }

        var isOpen: Bool { channel.isActive }

        func receive(_ parts: HTTPRequestPart...) throws {
            for part in parts { try channel.writeInbound(part) }
        }

        func answer(_ status: HTTPResponse.Status = .accepted) throws {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: status)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }

        /// The heads that went out, in order.
        func heads() throws -> [HTTPResponse] {
            var heads: [HTTPResponse] = []
            while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
                if case .head(let head) = part { heads.append(head) }
            }
            return heads
        }

        func wait(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }
    }

    /// The socket of a reader that takes the end of an answer when it is told to.
    private final class SlowReader: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart
        var isSlow = false
        private var end: EventLoopPromise<Void>?

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            guard isSlow, case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
            end = promise
        }

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            end?.fail(ChannelError.ioOnClosedChannel)
            end = nil
            context.close(mode: mode, promise: promise)
        }

        func takeAll() {
            end?.succeed()
            end = nil
        }
    }

    private static func body(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 0x20, count: count)) }

    @Test func `a connection that asks nothing is closed in silence`() throws {
        let connection = try Connection()
        connection.wait(14)
        #expect(connection.isOpen)
        connection.wait(1)
        #expect(try !connection.isOpen && connection.heads().isEmpty)
        #expect(connection.connections.count == 0)
    }

    @Test func `a body that trickles is told so, and let go`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head))
        for _ in 0..<29 {
            try connection.receive(Self.body(1))
            connection.wait(1)
        }
        #expect(try connection.heads().isEmpty)
        connection.wait(1)
        #expect(try connection.heads().map(\.status) == [.requestTimeout])
        connection.wait(2)
        #expect(!connection.isOpen)
    }

    @Test func `a whole request has no deadline, and the connection stays`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head), Self.body(900), .end(nil))
        connection.wait(1_000)
        try connection.answer()
        let heads = try connection.heads()
        #expect(heads.map(\.status) == [.accepted] && heads[0].headerFields[.connection] == nil)
        connection.wait(1_000)
        #expect(connection.isOpen)
    }

    @Test func `a body without end is cut, with a word where none was said`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head))
        for _ in 0..<5 { try connection.receive(Self.body(1 << 20)) }
        let heads = try connection.heads()
        #expect(heads.map(\.status) == [.contentTooLarge] && heads[0].headerFields[.connection] == "close")
        connection.wait(2)
        #expect(!connection.isOpen)
    }

    @Test func `an answer before the body's end is the last, and what still comes is thrown away for a moment`() throws
    {
        let connection = try Connection()
        try connection.receive(.head(Self.head), Self.body(10))
        try connection.answer(.contentTooLarge)
        #expect(try connection.heads()[0].headerFields[.connection] == "close")
        connection.wait(1)
        try connection.receive(Self.body(10))
        #expect(connection.isOpen)
        connection.wait(1)
        #expect(!connection.isOpen)
    }

    @Test(arguments: [(nil, true), ("200000", true), ("99999999", false), ("-1", true)] as [(String?, Bool)])
    func `who waits for a word before sending hears it, unless nothing could take the body`(
        _ length: String?, _ isInvited: Bool
    ) throws {
        let connection = try Connection()
        var head = Self.head
        head.headerFields[.expect] = "100-Continue"
        head.headerFields[.contentLength] = length
        try connection.receive(.head(head))
        #expect(try connection.heads().map(\.status) == (isInvited ? [.continue] : []))
        try connection.receive(Self.body(5), .end(nil))
        try connection.answer()
        #expect(try connection.heads().map(\.status) == [.accepted])
        #expect(connection.isOpen)
    }

    @Test func `an answer that nobody takes ends the connection`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head), .end(nil))
        connection.channel.isWritable = false
        connection.channel.pipeline.fireChannelWritabilityChanged()
        connection.wait(59)
        #expect(connection.isOpen)
        connection.wait(1)
        #expect(!connection.isOpen)
    }

    @Test func `a slow reader that takes something goes on`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head), .end(nil))
        for isWritable in [false, true, false, true] {
            connection.channel.isWritable = isWritable
            connection.channel.pipeline.fireChannelWritabilityChanged()
            connection.wait(40)
        }
        #expect(connection.isOpen)
    }

    @Test func `when connections run short, idle ones are given back sooner`() throws {
        let idle = try Connection(openBefore: 8)
        idle.wait(3)
        #expect(!idle.isOpen)
        let busy = try Connection(openBefore: 8)
        try busy.receive(.head(Self.head), .end(nil))
        try busy.answer()
        #expect(try busy.heads()[0].headerFields[.connection] == "close")
        #expect(!busy.isOpen)
    }

    @Test func `several requests at once are answered in turn`() throws {
        let connection = try Connection()
        for _ in 0..<3 { try connection.receive(.head(Self.head), .end(nil)) }
        for _ in 0..<3 { try connection.answer() }
        #expect(try connection.heads().count == 3)
        connection.wait(1_000)
        #expect(connection.isOpen)
    }

    @Test func `the last answer is sent whole before the connection is closed`() throws {
        let connection = try Connection(openBefore: 8)
        connection.reader.isSlow = true
        try connection.receive(.head(Self.head), .end(nil))
        connection.channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        connection.channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        connection.wait(50)
        #expect(connection.isOpen)
        connection.reader.takeAll()
        #expect(!connection.isOpen)
    }

    @Test func `the last answer is waited for as long as any other`() throws {
        let connection = try Connection(openBefore: 8)
        connection.reader.isSlow = true
        try connection.receive(.head(Self.head), .end(nil))
        connection.channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        connection.channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        connection.wait(60)
        #expect(!connection.isOpen)
    }

    @Test func `a reader that takes some of a large answer has as long again for the rest`() throws {
        let connection = try Connection()
        try connection.receive(.head(Self.head), .end(nil))
        let socket = try connection.channel.pipeline.syncOperations.context(handlerType: SlowReader.self)
        socket.write(NIOAny(ByteBuffer(repeating: 0x20, count: 100)), promise: nil)
        connection.channel.isWritable = false
        connection.channel.pipeline.fireChannelWritabilityChanged()
        connection.wait(50)
        socket.flush()
        connection.wait(69)
        #expect(connection.isOpen)
        connection.wait(1)
        #expect(!connection.isOpen)
    }
}
