import Synchronization

/// Ids by the names of the parameters that they stand for.
final class Collected: Sendable {
    private let all = Mutex<[String: String]>([:])

    var ids: [String: String] { all.withLock { $0 } }

    func set(_ names: [String], _ id: String?) {
        guard let id else { return }
        all.withLock { all in
            for name in names { all[name] = id }
        }
    }
}
