import NIOCore

/// How much and how long a connection may take, so that slow and endless ones cannot keep others out.
public struct ConnectionLimits: Sendable {
    /// Past this, connections wait in the listening socket's queue until one is closed.
    public var mostConnections = 20_000
    /// From the connection to the end of the first request's header.
    public var firstHead = TimeAmount.seconds(15)
    /// The same when connections run short.
    public var firstHeadUnderPressure = TimeAmount.seconds(3)
    /// From the header to the end of the body.
    public var body = TimeAmount.seconds(30)
    /// Between requests, and the next request's header with it; longer than proxies keep a connection that they reuse.
    public var keepAlive = TimeAmount.seconds(75)
    /// How long an answer may wait for its reader to take anything.
    public var stalledAnswer = TimeAmount.seconds(60)
    /// How long a body is thrown away that was answered before its end, so that its sender can read the answer.
    public var linger = TimeAmount.seconds(2)
    /// More than any route takes: the routes' own limits answer first.
    public var mostBodyBytes = 4 << 20
    public var mostHeaderFieldBytes = 16 << 10
    public var mostHeaderBytes = 32 << 10
    public var mostHeaderFields = 100

    public init() {}
}
