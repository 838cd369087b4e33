import Database

/// A file of costs that is taken in step by step, whoever waits for it.
public struct AdCostImport: Sendable, Identifiable {
    public enum State: String, Sendable, SQLConvertible {
        case queued, running, done, failed

        public var isOver: Bool { self == .done || self == .failed }
    }

    /// Why it was given up.
    public enum Problem: String, Sendable, SQLConvertible {
        /// The file does not say any more what it said when it came: another version of the server reads it.
        case unreadable
        /// The database refused a step again and again.
        case refused
    }

    public let id: AdCostImportID
    public let platform: AdPlatform
    /// Whether it only looks, and writes nothing.
    public let isDryRun: Bool
    public let state: State
    /// How many costs are dealt with, which nothing takes back.
    public let done: Int
    /// Of so many.
    public let total: Int
    public let startedAt: Milliseconds
    public let finishedAt: Milliseconds?
    /// Once it is done.
    public let report: AdCostReport?
    public let problem: Problem?
}

public typealias AdCostImportID = Identifier<AdCostImport>

/// What becomes of a file that has come in.
public enum AdCostArrival: Sendable {
    /// Its costs were few enough to be taken at once.
    case taken(AdCostReport)
    /// It goes on without anybody waiting.
    case started(AdCostImportID)
}

/// A step of an import could not be taken; it has left nothing behind.
public struct AdCostStepFailed: Error {
    public let id: AdCostImportID
    /// Whether the import was given up, because steps of it had failed too often.
    public let isGivenUp: Bool
    public let cause: any Error
}
