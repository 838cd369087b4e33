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

    /// The dictionary of a field as the connection's snapshot has it.
    func dictionary(_ connection: Connection, _ account: AccountID, _ field: String) throws -> FactDictionary {
        let epoch = try FactState.epoch(connection, account)
        let key = Key(account: account, field: field)
        // Taken out meanwhile: what is added to it is not a copy then. Whoever else comes reads it anew.
        let found = state.withLock { $0.known.removeValue(forKey: key) }
        var dictionary = found.flatMap { $0.epoch == epoch ? $0.dictionary : nil } ?? FactDictionary()
        try FactValueStore.forEach(connection, account, field, after: dictionary.lastCode) { code, value in
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
