import Synchronization

/// The file that a process is taking in, as it was read: it is read once, and not for each step.
final class AdCostShelf: Sendable {
    private struct Held {
        let key: Scoped<AdCostImportID>
        let reading: AdCostReading
    }

    private let held = Mutex<Held?>(nil)

    func reading(_ key: Scoped<AdCostImportID>) -> AdCostReading? {
        held.withLock { $0?.key == key ? $0?.reading : nil }
    }

    func hold(_ reading: AdCostReading, of key: Scoped<AdCostImportID>) {
        held.withLock { $0 = Held(key: key, reading: reading) }
    }

    func forget(_ key: Scoped<AdCostImportID>) {
        held.withLock { if $0?.key == key { $0 = nil } }
    }
}
