/// How a widget shows its figures.
public enum WidgetKind: String, CaseIterable, Sendable {
    case number, line, bar, horizontalBar, donut, table, funnel

    public var label: String {
        switch self {
        case .number: "Number"
        case .line: "Line"
        case .bar: "Bars"
        case .horizontalBar: "Horizontal bars"
        case .donut: "Donut"
        case .table: "Table"
        case .funnel: "Funnel"
        }
    }

    /// How many fields it can be divided by.
    public var groups: ClosedRange<Int> {
        switch self {
        case .number, .funnel: 0...0
        case .line: 0...1
        case .bar, .horizontalBar, .donut: 1...1
        case .table: 1...3
        }
    }

    /// How many figures it has of one thing.
    public var metrics: ClosedRange<Int> { self == .table ? 1...4 : 1...1 }

    /// How many things are counted: a funnel is a row of them.
    public var subjects: ClosedRange<Int> { self == .funnel ? 2...5 : 1...1 }

    /// Whether it can show what was before.
    public var compares: Bool { self == .number || self == .line }

    /// Whether it is drawn; the others are text.
    public var isChart: Bool { self != .number && self != .table }

    /// How large a new one is.
    public var usualSize: (width: Int, height: Int) {
        switch self {
        case .number: (3, 1)
        case .line: (8, 3)
        case .bar, .horizontalBar, .funnel: (6, 3)
        case .donut: (4, 3)
        case .table: (12, 3)
        }
    }
}
