/// A page of figures that an account put together for itself.
public struct Dashboard: Sendable, Identifiable {
    public let id: DashboardID
    public let account: AccountID
    public var name: String
    /// What its widgets look back on, where they and the reader say nothing else.
    public var period: WidgetPeriod
    /// In the order in which they are read.
    public internal(set) var widgets: [Widget]
    /// Counts its changes: whoever saves names the one that was changed, so that nobody's work is lost unseen.
    public let revision: Int
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds

    /// In characters.
    public static let longestName = 100
    /// How many an account can have.
    public static let most = 50
    /// How many a dashboard can have.
    public static let mostWidgets = 40

    /// - Throws: `NotFound.widget`.
    public func widget(_ id: WidgetID) throws -> Widget {
        guard let widget = widgets.first(where: { $0.id == id }) else { throw NotFound.widget }
        return widget
    }
}

public typealias DashboardID = Identifier<Dashboard>
