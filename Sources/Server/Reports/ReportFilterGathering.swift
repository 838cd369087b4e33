import CRM

/// Puts the filters of an address together: several `is` of one column are one filter, and so are several `isNot`.
///
/// Each is looked at once, however many there are: an address with thousands of them is read before it is refused.
struct ReportFilterGathering {
    private struct Place: Hashable {
        let column: ReportColumn
        let isNone: Bool
    }

    /// A filter whose values are gathered, or one that stands for itself.
    private enum Member {
        case values(Place, [String])
        case alone(ReportFilter)
    }

    private var members: [Member] = []
    private var places: [Place: Int] = [:]

    /// One value more than a filter may have says that there were too many.
    static let mostValues = ReportFilter.mostValues + 1

    mutating func add(_ filter: ReportFilter) {
        switch filter.condition {
        case .isAny(let values): add(values, to: Place(column: filter.column, isNone: false))
        case .isNone(let values): add(values, to: Place(column: filter.column, isNone: true))
        default: members.append(.alone(filter))
        }
    }

    private mutating func add(_ values: [String], to place: Place) {
        guard let index = places[place] else {
            places[place] = members.count
            return members.append(.values(place, values))
        }
        guard case .values(_, var gathered) = members[index], gathered.count < Self.mostValues else { return }
        // The array is taken out while it grows, so that it is not copied for every value.
        members[index] = .values(place, [])
        gathered += values
        members[index] = .values(place, gathered)
    }

    /// In the order in which each was first said.
    var filters: [ReportFilter] {
        members.map { member in
            switch member {
            case .alone(let filter): filter
            case .values(let place, let values):
                ReportFilter(place.column, place.isNone ? .isNone(of: values) : .isAny(of: values))
            }
        }
    }
}
