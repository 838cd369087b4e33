import CRM
import Synchronization

/// How many webhooks are served at a time: those that fail have seats of their own.
final class Seats: Sendable {
    private let free: Mutex<(healthy: Int, failing: Int)>

    init(healthy: Int, failing: Int) { free = Mutex((healthy, failing)) }

    var room: DeliveryRoom { free.withLock { DeliveryRoom(healthy: $0.healthy, failing: $0.failing) } }

    func take(isFailing: Bool) { change(isFailing, by: -1) }

    func leave(isFailing: Bool) { change(isFailing, by: 1) }

    private func change(_ isFailing: Bool, by number: Int) {
        free.withLock { free in
            if isFailing { free.failing += number } else { free.healthy += number }
        }
    }
}
