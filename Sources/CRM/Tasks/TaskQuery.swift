/// Which tasks of an account, the first due ones first.
public struct TaskQuery: Sendable, Equatable {
    /// Empty: of every contact.
    public var contacts: [ContactID] = []
    /// Empty: everybody's and nobody's.
    public var assignedTo: [UserID] = []
    public var isCompleted: Bool?
    /// A part of the title, in any case.
    public var text: String?
    public var limit: Int
    public var offset: Int
    /// Where the page begins; it goes deeper than `offset` can.
    public var after: TaskCursor?

    public static let mostListed = 100
    public static let furthestOffset = 10_000

    public init(limit: Int = 25, offset: Int = 0) {
        self.limit = min(max(limit, 1), Self.mostListed)
        self.offset = min(max(offset, 0), Self.furthestOffset)
    }
}

/// A task's place in the order of lists: by the day it is due, then by id.
public struct TaskCursor: Sendable, Equatable {
    public let dueAt: Milliseconds
    public let id: TaskID

    public init(dueAt: Milliseconds, id: TaskID) {
        self.dueAt = dueAt
        self.id = id
    }
}
