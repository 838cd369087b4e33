/// A step for one account: what a place is a place in.
struct RetentionTurn: Sendable {
    let step: RetentionStep
    let account: AccountID?
    let end: Int64

    /// Every turn of a round, in order, from a place on.
    static func all(
        of accounts: [RetentionAccount], now: Milliseconds, from place: RetentionPlace?
    ) -> [RetentionTurn] {
        var turns: [RetentionTurn] = []
        var isReached = place == nil
        for step in RetentionStep.allCases {
            isReached = isReached || step == place?.step
            guard isReached else { continue }
            let whose: [RetentionAccount?] = step.walk.isOfAccount ? accounts : [nil]
            for account in whose {
                if let place, step == place.step, isBefore(account?.id, place.account) { continue }
                guard let end = step.end(for: account, now: now) else { continue }
                turns.append(RetentionTurn(step: step, account: account?.id, end: end))
            }
        }
        return turns
    }

    private static func isBefore(_ account: AccountID?, _ other: AccountID?) -> Bool {
        guard let account, let other else { return false }
        return account.rawValue < other.rawValue
    }

    /// Where in this turn a round that stands at `place` goes on.
    func start(_ place: RetentionPlace?) -> RetentionKey {
        guard let place, place.step == step, place.account == account, let key = place.key else {
            return .beginning(of: step.walk)
        }
        return key
    }

    func place(_ key: RetentionKey?) -> RetentionPlace {
        RetentionPlace(step: step, account: account, key: step.walk.isPrivate ? nil : key)
    }
}
