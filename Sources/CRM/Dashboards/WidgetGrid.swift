/// Keeps widgets from lying on each other: they move up as far as those before them let them.
///
/// It is the way in which a browser packs a grid whose items name their column and no row (CSS Grid, section 8.5,
/// "sparse"), so that a page needs no style of its own for every dashboard, and both agree.
struct WidgetGrid {
    /// In the order in which they are read: row by row, from the left.
    private(set) var places: [(id: WidgetID, place: WidgetPlace)]

    init(_ widgets: [Widget]) {
        self.init(widgets.map { ($0.id, $0.place) })
    }

    init(_ places: [(id: WidgetID, place: WidgetPlace)]) {
        self.places = []
        let inOrder = places.enumerated().sorted { left, right in
            (left.element.place.row, left.element.place.column, left.offset)
                < (right.element.place.row, right.element.place.column, right.offset)
        }
        settle(inOrder.map(\.element))
    }

    /// Puts one of them somewhere else; what stood there makes way.
    mutating func put(_ id: WidgetID, at place: WidgetPlace) {
        guard let before = self.place(of: id) else { return }
        var rest = places.filter { $0.id != id }
        // On the way down it passes what it comes to, on the way up and sideways it stays before it.
        let isDown = place.row > before.row
        let index = rest.firstIndex { other in
            if other.place.row != place.row { return other.place.row > place.row }
            if other.place.overlaps(place) { return !isDown }
            return other.place.column > place.column
        }
        rest.insert((id, place), at: index ?? rest.endIndex)
        settle(rest)
    }

    /// One step with the keyboard; at the edge nothing happens.
    mutating func move(_ id: WidgetID, _ step: WidgetStep) {
        guard let place = place(of: id) else { return }
        switch step {
        case .left, .right: moveSideways(id, place, isRight: step == .right)
        case .up, .down: moveAlong(id, place, isDown: step == .down)
        case .wider, .narrower:
            let width = place.width + (step == .wider ? 1 : -1)
            // One that stands at the right edge grows to the left.
            resize(id, WidgetPlace(column: place.column, row: place.row, width: width, height: place.height))
        case .taller, .shorter:
            let height = place.height + (step == .taller ? 1 : -1)
            resize(id, WidgetPlace(column: place.column, row: place.row, width: place.width, height: height))
        }
    }

    func place(of id: WidgetID) -> WidgetPlace? { places.first { $0.id == id }?.place }

    /// The first row below everything.
    var height: Int { places.map(\.place.rows.upperBound).max() ?? 0 }

    private mutating func resize(_ id: WidgetID, _ place: WidgetPlace) {
        settle(places.map { $0.id == id ? (id, place) : $0 })
    }

    /// Into the gap beside it, or in exchange with the neighbour.
    private mutating func moveSideways(_ id: WidgetID, _ place: WidgetPlace, isRight: Bool) {
        var place = place
        let neighbours = places.filter { $0.id != id && $0.place.rows.overlaps(place.rows) }
        let touching = neighbours.first { other in
            isRight
                ? other.place.column == place.columns.upperBound
                : other.place.columns.upperBound == place.column
        }
        guard var other = touching else {
            place.column = min(max(place.column + (isRight ? 1 : -1), 0), WidgetPlace.columns - place.width)
            return put(id, at: place)
        }
        if isRight {
            other.place.column = place.column
            place.column = other.place.columns.upperBound
        } else {
            place.column = other.place.column
            other.place.column = place.columns.upperBound
        }
        let (moved, neighbour) = (place, other)
        self = WidgetGrid(
            places.map { entry in
                entry.id == id ? (id, moved) : entry.id == neighbour.id ? neighbour : entry
            })
    }

    /// Before or behind the next one above or below that is in its way.
    private mutating func moveAlong(_ id: WidgetID, _ place: WidgetPlace, isDown: Bool) {
        var place = place
        let others = places.map(\.place).filter { $0 != place && $0.columns.overlaps(place.columns) }
        let next =
            isDown
            ? others.filter { $0.row >= place.rows.upperBound }.map(\.row).min()
            : others.filter { $0.rows.upperBound <= place.row }.map(\.row).max()
        guard let next else { return }
        place.row = next
        put(id, at: place)
    }

    /// Goes through them in their order: each stands in its column, no higher than the one before it.
    private mutating func settle(_ ordered: [(id: WidgetID, place: WidgetPlace)]) {
        var settled: [(id: WidgetID, place: WidgetPlace)] = []
        var row = 0
        var column = 0
        for (id, wanted) in ordered {
            var place = wanted
            if place.column < column { row += 1 }
            column = place.column
            place.row = row
            while settled.contains(where: { $0.place.overlaps(place) }) { place.row += 1 }
            row = place.row
            settled.append((id, place))
        }
        places = settled
    }
}

/// What a key or a button does to a widget.
public enum WidgetStep: String, CaseIterable, Sendable {
    case left, right, up, down, wider, narrower, taller, shorter
}
