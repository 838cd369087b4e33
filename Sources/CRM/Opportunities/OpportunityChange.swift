import Database

/// One line of an opportunity's history.
public struct OpportunityChange: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case created, status, stage, value, owner
    }

    public let at: Milliseconds
    public let kind: Kind
    /// A status, the id of a stage or of a user, or an amount with its currency (`150050 USD`); nil where there was none.
    public let before: String?
    public let after: String?
    /// What the history calls who did it.
    public let author: String

    /// The amount in `before` or `after` of a change of the value.
    public static func money(_ text: String) -> Money? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let units = Int64(parts[0]), let currency = Currency(rawValue: String(parts[1])) else {
            return nil
        }
        return Money(minorUnits: units, currency: currency)
    }
}

extension Opportunity {
    /// What differs from an earlier state, as its history tells it.
    func changes(from before: Opportunity, by author: String, now: Milliseconds) -> [OpportunityChange] {
        let pairs: [(OpportunityChange.Kind, String?, String?)] = [
            (.status, before.status.rawValue, status.rawValue),
            (.stage, before.stage.rawValue, stage.rawValue),
            (.value, before.value.written, value.written),
            (.owner, before.assignedTo?.rawValue, assignedTo?.rawValue),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { kind, before, after in
            OpportunityChange(at: now, kind: kind, before: before, after: after, author: author)
        }
    }
}

extension Money {
    fileprivate var written: String { "\(minorUnits) \(currency)" }
}
