/// A day of the week, counted as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    public var label: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// Reads its English name in small letters, as it is stored.
    init?(name: String) {
        guard let day = Self.allCases.first(where: { $0.label.lowercased() == name }) else { return nil }
        self = day
    }
}
