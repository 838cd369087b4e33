/// One box of a dashboard: a question, and how its answer is drawn.
public struct Widget: Hashable, Sendable, Identifiable {
    public let id: WidgetID
    public let title: String
    public let kind: WidgetKind
    public let question: WidgetQuestion
    public var place: WidgetPlace

    /// In characters.
    public static let longestTitle = 100
}

public typealias WidgetID = Identifier<Widget>
