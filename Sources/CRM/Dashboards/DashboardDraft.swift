/// A dashboard as somebody wants it to be: what creating and saving take.
public struct DashboardDraft: Sendable {
    public var name: String
    public var period: WidgetPeriod
    public internal(set) var widgets: [Widget]

    public init(name: String, period: WidgetPeriod = .usual) {
        self.name = name
        self.period = period
        widgets = []
    }

    public init(_ dashboard: Dashboard) {
        name = dashboard.name
        period = dashboard.period
        widgets = dashboard.widgets
    }

    /// The same with other names of fields, where an account calls them otherwise.
    init(_ dashboard: Dashboard, renaming names: [String: String]) throws {
        self.init(dashboard)
        widgets = try widgets.map { widget in
            var document = WidgetDocument(widget)
            document.groups = document.groups?.map { names[$0] ?? $0 }
            document.filters = document.filters?.map { filter in
                var filter = filter
                filter.field = names[filter.field] ?? filter.field
                return filter
            }
            return try WidgetReader.widget(document, id: widget.id)
        }
    }

    /// Adds a widget: below the others where it names no place.
    ///
    /// - Throws: `InvalidWidget`, `InvalidDashboard`.
    @discardableResult
    public mutating func add(_ document: WidgetDocument, id: WidgetID) throws -> WidgetID {
        guard widgets.count < Dashboard.mostWidgets else { throw InvalidDashboard(problems: [.tooManyWidgets]) }
        var widget = try WidgetReader.widget(document, id: id)
        if document.row == nil { widget.place = free(widget.place) }
        widgets.append(widget)
        arrange(WidgetGrid(widgets))
        return id
    }

    /// Replaces a widget's question and looks; it stays where it is unless the document says otherwise.
    ///
    /// - Throws: `InvalidWidget`, `NotFound.widget`.
    public mutating func change(_ id: WidgetID, to document: WidgetDocument) throws {
        guard let index = widgets.firstIndex(where: { $0.id == id }) else { throw NotFound.widget }
        let place = widgets[index].place
        var document = document
        document.column = document.column ?? place.column
        document.row = document.row ?? place.row
        document.width = document.width ?? place.width
        document.height = document.height ?? place.height
        widgets[index] = try WidgetReader.widget(document, id: id)
        arrange(WidgetGrid(widgets))
    }

    /// - Throws: `NotFound.widget`.
    public mutating func remove(_ id: WidgetID) throws {
        guard widgets.contains(where: { $0.id == id }) else { throw NotFound.widget }
        widgets.removeAll { $0.id == id }
        arrange(WidgetGrid(widgets))
    }

    /// - Throws: `NotFound.widget`.
    public mutating func move(_ id: WidgetID, _ step: WidgetStep) throws {
        var grid = try grid(with: id)
        grid.move(id, step)
        arrange(grid)
    }

    /// - Throws: `NotFound.widget`.
    public mutating func put(_ id: WidgetID, at place: WidgetPlace) throws {
        var grid = try grid(with: id)
        grid.put(id, at: place)
        arrange(grid)
    }

    /// Beside the last one where there is room, else below everything.
    private func free(_ wanted: WidgetPlace) -> WidgetPlace {
        var place = wanted
        if let last = widgets.last?.place, last.height == place.height,
            last.columns.upperBound + place.width <= WidgetPlace.columns
        {
            (place.column, place.row) = (last.columns.upperBound, last.row)
            if !widgets.contains(where: { $0.place.overlaps(place) }) { return place }
        }
        (place.column, place.row) = (0, WidgetGrid(widgets).height)
        return place
    }

    private func grid(with id: WidgetID) throws -> WidgetGrid {
        guard widgets.contains(where: { $0.id == id }) else { throw NotFound.widget }
        return WidgetGrid(widgets)
    }

    private mutating func arrange(_ grid: WidgetGrid) {
        let byID = Dictionary(widgets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        widgets = grid.places.compactMap { id, place in
            var widget = byID[id]
            widget?.place = place
            return widget
        }
    }

    /// What keeps it from being saved, widgets aside: those were read one by one.
    var problems: [DashboardProblem] {
        var problems: [DashboardProblem] = []
        let name = name.trimmed
        if name.isEmpty || name.count > Dashboard.longestName { problems.append(.name) }
        if widgets.count > Dashboard.mostWidgets { problems.append(.tooManyWidgets) }
        return problems
    }
}

/// What keeps a dashboard from being saved.
public enum DashboardProblem: Sendable, Equatable {
    case name, period, tooMany, tooManyWidgets, lifetime, tooManyLinks

    public var message: String {
        switch self {
        case .name: "A dashboard needs a name of at most \(Dashboard.longestName) characters."
        case .period: "Choose a period, or give both a first and a last day; the first must not be after the last."
        case .tooMany: "An account can have at most \(Dashboard.most) dashboards."
        case .tooManyWidgets: "A dashboard can have at most \(Dashboard.mostWidgets) widgets."
        case .lifetime: "Choose how long the link is good: 1 to \(DashboardLink.longestLife) days."
        case .tooManyLinks: "A dashboard can have at most \(DashboardLink.most) links that are good."
        }
    }
}

/// Everything that keeps a dashboard from being saved.
public struct InvalidDashboard: Error, Sendable, Equatable {
    public let problems: [DashboardProblem]
}

/// Somebody else has changed the dashboard since it was read: nothing was written.
public struct DashboardChanged: Error, Sendable, Equatable {}
