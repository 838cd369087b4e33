import Database
import Synchronization

/// The dictionaries that this process has read, so that a question reads only what is new.
///
/// Two processes agree, because a dictionary only grows within its epoch, and the epoch is read with the facts.
final class FactDictionaries: Sendable {
    private struct Key: Hashable {
        let account: AccountID
        let field: String
    }

    private struct Known {
        let epoch: Int
        var dictionary: FactDictionary
        var lastUse: Int
    }

    private struct State {
        var known: [Key: Known] = [:]
        var uses = 0

        var values: Int { known.values.reduce(0) { $0 + $1.dictionary.lastCode } }
    }

    private let state = Mutex(State())
    /// What strangers write into addresses is in them: so many values are kept, unless one field has more.
    private static let mostValues = 1_000_000
    /// So many dictionaries are kept, those that were used last.
    private let limit: Int

    init(limit: Int = 4_096) { self.limit = limit }

    /// The dictionaries of fields as the connection's snapshot has them, by field: where nothing is new, in one exchange.
    ///
    /// - Parameter epoch: of the snapshot.
    func dictionaries(
        _ connection: Connection, _ account: AccountID, epoch: Int, _ fields: Set<String>
    ) throws -> [String: FactDictionary] {
        let known = fields.sorted().map { (field: $0, lastCode: lastCode(Key(account: account, field: $0), epoch)) }
        let grown = try FactValueStore.fields(connection, account, withCodesAfter: known)
        var found: [String: FactDictionary] = [:]
        for (field, lastCode) in known {
            let key = Key(account: account, field: field)
            let current = grown.contains(field) ? nil : current(key, epoch, knowing: lastCode)
            found[field] = try current ?? grow(connection, key, epoch)
        }
        return found
    }

    private func lastCode(_ key: Key, _ epoch: Int) -> Int {
        state.withLock { state in
            guard let known = state.known[key], known.epoch == epoch else { return 0 }
            return known.dictionary.lastCode
        }
    }

    /// What is kept, unless whoever came in between has kept less.
    private func current(_ key: Key, _ epoch: Int, knowing lastCode: Int) -> FactDictionary? {
        state.withLock { state in
            guard let known = state.known[key], known.epoch == epoch, known.dictionary.lastCode >= lastCode
            else { return nil }
            state.uses += 1
            state.known[key]?.lastUse = state.uses
            return known.dictionary
        }
    }

    private func grow(_ connection: Connection, _ key: Key, _ epoch: Int) throws -> FactDictionary {
        // Taken out meanwhile: what is added to it is not a copy then. Whoever else needs more of it reads it anew.
        let found = state.withLock { $0.known.removeValue(forKey: key) }
        var dictionary = found.flatMap { $0.epoch == epoch ? $0.dictionary : nil } ?? FactDictionary()
        try FactValueStore.forEach(connection, key.account, key.field, after: dictionary.lastCode) { code, value in
            dictionary.append(value, code: code)
        }
        keep(dictionary, epoch, key)
        return dictionary
    }

    private func keep(_ dictionary: FactDictionary, _ epoch: Int, _ key: Key) {
        state.withLock { state in
            state.uses += 1
            if let other = state.known[key],
                (other.epoch, other.dictionary.lastCode) > (epoch, dictionary.lastCode)
            {
                return
            }
            state.known[key] = Known(epoch: epoch, dictionary: dictionary, lastUse: state.uses)
            while state.known.count > limit || state.known.count > 1 && state.values > Self.mostValues {
                let oldest = state.known.min { $0.value.lastUse < $1.value.lastUse }
                guard let oldest else { return }
                state.known[oldest.key] = nil
            }
        }
    }
}
