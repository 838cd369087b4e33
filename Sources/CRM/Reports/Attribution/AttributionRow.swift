/// A row of an attribution report.
public struct AttributionRow: Sendable, Equatable {
    /// Which things a row is about, by the `text` of keys.
    public enum Kind: Hashable, Sendable {
        case key(String)
        /// Everything but these.
        case other(than: [String])
        case total
    }

    public let kind: Kind
    /// Nil where the row stands for several.
    public let key: ReportKey?
    /// What programs read: of placeholders that nobody filled the most frequent one.
    public let name: String
    public internal(set) var figures: AttributionFigures
    public internal(set) var compared: AttributionFigures?
    public let isExpandable: Bool

    /// What people read for the rows that are not shown. Not “Other”: a source is called Others.
    public static let restName = "The rest"

    public var isPlaceholder: Bool { key?.isPlaceholder ?? false }

    /// What people read.
    public var title: String { isPlaceholder ? ReportKey.placeholderName : name }
}
