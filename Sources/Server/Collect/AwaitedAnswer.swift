import NIOCore

/// The answer that a request of the queue waits for: where it is given, and to whom.
struct AwaitedAnswer: Sendable {
    typealias Result = Swift.Result<[IngestQueue.Answer], Refusal>

    /// Nil is anywhere.
    let loop: (any EventLoop)?
    let give: @Sendable (Result) -> Void

    /// Never before the caller returns where it is given on an event loop.
    func callAsFunction(_ result: Result) {
        guard let loop else { return give(result) }
        loop.execute { give(result) }
    }

    /// Gives the answers of a batch, those of one event loop together: to be woken for each would cost the loop as much
    /// as to send it.
    static func give(_ due: [(awaited: AwaitedAnswer, answers: [IngestQueue.Answer])]) {
        var byLoop: [ObjectIdentifier: (loop: any EventLoop, due: [@Sendable () -> Void])] = [:]
        for (awaited, answers) in due {
            guard let loop = awaited.loop else {
                awaited.give(.success(answers))
                continue
            }
            byLoop[ObjectIdentifier(loop), default: (loop, [])].due.append { awaited.give(.success(answers)) }
        }
        for (loop, due) in byLoop.values { loop.execute { for give in due { give() } } }
    }
}
