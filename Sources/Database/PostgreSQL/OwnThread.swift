import Dispatch
import Foundation
import Synchronization

/// A thread for one connection: libpq waits for the server, and what waits must not stand on a thread that all tasks share.
final class OwnThread: SerialExecutor {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isClosed = false
    }

    private let inbox = Mutex(Inbox())
    private let arrived = DispatchSemaphore(value: 0)

    init(name: String) {
        let thread = Thread { [self] in work() }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        inbox.withLock { $0.jobs.append(job) }
        arrived.signal()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Ends the thread once what has arrived is done.
    func stop() {
        inbox.withLock { $0.isClosed = true }
        arrived.signal()
    }

    private func work() {
        while true {
            arrived.wait()
            let (job, isOver) = inbox.withLock { inbox in
                (inbox.jobs.isEmpty ? nil : inbox.jobs.removeFirst(), inbox.isClosed)
            }
            if let job {
                job.runSynchronously(on: asUnownedSerialExecutor())
            } else if isOver {
                return
            }
        }
    }
}
