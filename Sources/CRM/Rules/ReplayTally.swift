import Attribution

/// What a replay has counted so far, as it is kept between two steps.
struct ReplayTally: Codable {
    private(set) var first = SourceMatrix()
    private(set) var latest = SourceMatrix()
    private(set) var touches = SourceMatrix()
    private var rules: [String: Counts] = [:]

    private struct Counts: Codable {
        var sessions = 0
        var sessionsMoved = 0
        var contacts = 0
        var contactsMoved = 0

        mutating func add(_ view: ReplayView, hasMoved: Bool) {
            switch view {
            case .touches:
                sessions += 1
                if hasMoved { sessionsMoved += 1 }
            case .first:
                contacts += 1
                if hasMoved { contactsMoved += 1 }
            case .latest:
                break
            }
        }
    }

    /// The number of examples that are kept of a move.
    static let sampleLimit = 20

    /// Counts one session or contact.
    ///
    /// - Returns: which example of its move it is; nil when it did not move, or there are enough.
    mutating func count(_ view: ReplayView, from: Source, to: Source, rule: String?) -> Int? {
        let hasMoved = from != to
        let before =
            switch view {
            case .first: first.increment(from, to)
            case .latest: latest.increment(from, to)
            case .touches: touches.increment(from, to)
            }
        if let rule, view != .latest { rules[rule, default: Counts()].add(view, hasMoved: hasMoved) }
        return hasMoved && before < Self.sampleLimit ? before : nil
    }

    var tallies: [RuleTally] {
        rules.map { number, counts in
            RuleTally(
                number: number, sessions: counts.sessions, sessionsMoved: counts.sessionsMoved,
                contacts: counts.contacts, contactsMoved: counts.contactsMoved)
        }
        .sorted { $0.number < $1.number }
    }

    func diff(samples: [ReplaySample]) -> ReplayDiff {
        ReplayDiff(first: first, latest: latest, touches: touches, rules: tallies, samples: samples)
    }
}

extension SourceMatrix {
    /// Adds one to a cell and says what was there.
    fileprivate mutating func increment(_ from: Source, _ to: Source) -> Int {
        let before = self[from, to]
        self[from, to] = before + 1
        return before
    }
}
