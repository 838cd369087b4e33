/// Why a document is no rule book: everything that is wrong with it, top to bottom.
public struct RuleBookProblems: Error, Sendable, Equatable, CustomStringConvertible {
    /// A text of a megabyte can be wrong in a hundred thousand places; nobody reads on after so many.
    static let limit = 100

    public let list: [RuleBookProblem]

    init(_ problems: [RuleBookProblem]) {
        let sorted = problems.enumerated().sorted { Self.order($0) < Self.order($1) }.map(\.element)
        list = sorted.count > Self.limit ? sorted.prefix(Self.limit) + [Self.more] : sorted
    }

    /// One problem a line.
    public var description: String { list.map(\.description).joined(separator: "\n") }

    private static func order(_ item: (offset: Int, element: RuleBookProblem)) -> (Int, Int, Int) {
        (item.element.place.rule ?? -1, item.element.place.condition ?? -1, item.offset)
    }

    private static let more = RuleBookProblem(.book(key: nil), "has more problems than these")
}
