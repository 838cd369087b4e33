import Dispatch

/// Keeps a thread where it is until it is released.
final class Hold: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }

    func release() { semaphore.signal() }
}
