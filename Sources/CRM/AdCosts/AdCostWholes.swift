import Database

/// The campaigns and groups that have a cost of their own on some days: what their parts cost is in it already, and adds
/// nothing to the total.
struct AdCostWholes {
    private var days: [Day: Wholes] = [:]

    private struct Day: Hashable {
        let platform: AdPlatform
        let day: CalendarDate

        init(_ cost: AdCost) { (platform, day) = (cost.platform, cost.day) }
    }

    private struct Wholes {
        var campaigns = Things()
        var groups = Things()
    }

    /// Some things of one level.
    private struct Things {
        private var ids: Set<String> = []
        private var names: Set<[String]> = []
        private var namesWithoutID: Set<[String]> = []

        /// - Parameter path: the names that lead to it.
        mutating func add(id: String?, _ path: [String]) {
            names.insert(path)
            if let id { ids.insert(id.lowercased()) } else { namesWithoutID.insert(path) }
        }

        /// By the ID where both have one, else by the names.
        func contain(id: String?, _ path: [String]) -> Bool {
            guard let id else { return names.contains(path) }
            return ids.contains(id.lowercased()) || namesWithoutID.contains(path)
        }
    }

    /// Those that are in the database, and those among the costs that are to be written.
    init(_ connection: Connection, _ account: AccountID, beside costs: [AdCost]) throws {
        let parts = Set(costs.filter { $0.place.level != .campaign }.map(Day.init))
        for key in parts {
            days[key] = Wholes()
            for place in try AdCostStore.wholes(connection, account, key.platform, key.day) { add(place, on: key) }
        }
        for cost in costs { add(cost.place, on: Day(cost)) }
    }

    private mutating func add(_ place: AdPlace, on day: Day) {
        switch place.level {
        case .campaign: days[day]?.campaigns.add(id: place.campaign.id, Self.path(place.campaign))
        case .group: days[day]?.groups.add(id: place.group.id, Self.path(place.campaign, place.group))
        case .ad, .keyword: break
        }
    }

    /// Whether a cost is part of another one that counts.
    func hold(_ cost: AdCost) -> Bool {
        guard let wholes = days[Day(cost)], cost.place.level != .campaign else { return false }
        let place = cost.place
        if wholes.campaigns.contain(id: place.campaign.id, Self.path(place.campaign)) { return true }
        if place.level == .group { return false }
        return wholes.groups.contain(id: place.group.id, Self.path(place.campaign, place.group))
    }

    private static func path(_ names: AdName...) -> [String] { names.map { AdName.folded($0.name ?? "") } }
}
