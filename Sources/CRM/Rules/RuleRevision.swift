import Attribution
import Database

/// One published state of an account's rule book. Revision 0 is the classic set that every account begins with.
public struct RuleRevision: Sendable, Identifiable {
    public enum State: String, Sendable, SQLConvertible {
        /// History is being judged by it; it is in use when that is done.
        case evaluating
        /// Its opinions are stored and kept complete: using it is the turn of a pointer.
        case kept
        /// Was in use, and its opinions have been given up.
        case retired
        /// Never came into use.
        case cancelled
    }

    public let number: Int
    public let ruleSet: RuleSet
    public let ruleSetVersion: Int
    public let catalogueVersion: Int
    public let ownRuleCount: Int
    public let state: State
    /// Whether it is the one in use.
    public let isCurrent: Bool
    /// When its publication was asked for.
    public let startedAt: Milliseconds
    /// When it came into use first.
    public let publishedAt: Milliseconds?
    /// Who published it; nil for revision 0.
    public let author: String?
    public let comment: String?
    /// What its publication moved; nil for revision 0 and until it is done.
    public let moved: MovedCounts?

    public var id: Int { number }

    public var canBeRestoredAtOnce: Bool { state == .kept && !isCurrent }
    /// Whether it can be restored at all, if only by judging everything again.
    public var canBeRestored: Bool { !isCurrent && (state == .kept || state == .retired) }
}

/// How much of an account's history has another source than before.
public struct MovedCounts: Sendable, Equatable, Codable {
    public let contactsByFirst: Int
    public let contactsByLatest: Int
    public let touches: Int

    public init(contactsByFirst: Int, contactsByLatest: Int, touches: Int) {
        self.contactsByFirst = contactsByFirst
        self.contactsByLatest = contactsByLatest
        self.touches = touches
    }
}
