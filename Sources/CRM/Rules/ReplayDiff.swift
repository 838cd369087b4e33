import Attribution

/// What a rule book would change over all history: the view of reports today against the view under that book.
public struct ReplayDiff: Sendable, Equatable {
    /// Contacts by the source of their first attribution, as it was when the replay began.
    public let first: SourceMatrix
    /// Contacts by the source of their latest attribution, as it was when the replay began.
    public let latest: SourceMatrix
    /// Sessions by their source.
    public let touches: SourceMatrix
    /// What each rule decides under that book; rules that decide nothing are left out.
    public let rules: [RuleTally]
    /// Up to twenty examples of each move.
    public let samples: [ReplaySample]

    public var moved: MovedCounts {
        MovedCounts(contactsByFirst: first.moved, contactsByLatest: latest.moved, touches: touches.moved)
    }

    public func samples(_ view: ReplayView, from: Source, to: Source) -> [ReplaySample] {
        samples.filter { $0.view == view && $0.from == from && $0.to == to }
    }

    public func matrix(_ view: ReplayView) -> SourceMatrix {
        switch view {
        case .first: first
        case .latest: latest
        case .touches: touches
        }
    }
}

/// What a rule decides under a book, by its number: `2`, `4a`, `own 1`.
public struct RuleTally: Sendable, Equatable {
    public let number: String
    public let sessions: Int
    /// Those of them that another source had.
    public let sessionsMoved: Int
    /// Contacts by their first attribution.
    public let contacts: Int
    public let contactsMoved: Int
}
