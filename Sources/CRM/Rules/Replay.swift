import Database

/// History judged by another rule book: to look at the difference, or to publish it.
public struct Replay: Sendable, Identifiable {
    public enum Kind: String, Sendable, SQLConvertible {
        case preview, publication
    }

    public enum State: String, Sendable, SQLConvertible {
        case queued, running, done, cancelled, failed

        public var isOver: Bool { self == .done || self == .cancelled || self == .failed }
    }

    public let id: ReplayID
    public let kind: Kind
    public let state: State
    /// The revision that is being published; nil for a preview.
    public let revision: Int?
    /// The state of the draft that is judged by; nil when it was not a draft's.
    public let draftVersion: RuleDraftVersion?
    public let author: String
    public let startedAt: Milliseconds
    public let finishedAt: Milliseconds?
    /// Rows judged so far.
    public let done: Int
    /// Rows to judge; nil until they are counted. New ones may come in meanwhile.
    public let total: Int?
    /// What was found so far.
    public let result: ReplayDiff

    /// From 0 to 1.
    public var progress: Double {
        if state == .done { return 1 }
        guard let total, total > 0 else { return 0 }
        return min(1, Double(done) / Double(total))
    }
}

public typealias ReplayID = Identifier<Replay>
