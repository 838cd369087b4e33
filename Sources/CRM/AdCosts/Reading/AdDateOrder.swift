/// What stands first in `3/4/2026`.
public enum AdDateOrder: String, Sendable, CaseIterable {
    case dayFirst, monthFirst

    /// The order of a whole file: the one in which all its dates are days, none of them to come; nil when that is true
    /// of both.
    static func decided(by dates: [AdDate], before today: CalendarDate) -> AdDateOrder? {
        let possible = allCases.filter { order in
            dates.allSatisfy { date in date.day(order).map { $0 <= today } ?? false }
        }
        return possible.count == 1 ? possible[0] : nil
    }
}
