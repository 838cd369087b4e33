/// A word that contacts are marked with, as an account's list of tags has it.
public struct Tag: Sendable, Identifiable, Equatable {
    public let id: TagID
    public let name: String

    static let longestName = 200
}

public typealias TagID = Identifier<Tag>
