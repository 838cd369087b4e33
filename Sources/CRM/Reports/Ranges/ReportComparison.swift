/// What the figures of a range are compared with.
public enum ReportComparison: String, CaseIterable, Sendable, Codable {
    case previousPeriod, previousYear

    public var label: String {
        switch self {
        case .previousPeriod: "Previous period"
        case .previousYear: "Previous year"
        }
    }

    /// The days to compare with.
    ///
    /// Before whole months come as many whole months, so that a February is compared with its January; before anything
    /// else come as many days.
    public func days(before days: ReportDays) -> ReportDays {
        switch self {
        case .previousPeriod:
            if let months = days.wholeMonths {
                let first = days.first.adding(months: -months)
                return ReportDays(from: first, to: days.first.adding(days: -1))
            }
            return ReportDays(from: days.first.adding(days: -days.count), to: days.first.adding(days: -1))
        case .previousYear:
            if days.wholeMonths != nil {
                return ReportDays(
                    from: days.first.adding(months: -12), to: days.last.startOfMonth.adding(months: -12).endOfMonth)
            }
            return ReportDays(from: days.first.adding(months: -12), to: days.last.adding(months: -12))
        }
    }
}

extension ReportDays {
    /// How many months it is made of; nil when it begins or ends within one.
    var wholeMonths: Int? {
        guard first.day == 1, last == last.endOfMonth else { return nil }
        return (last.year - first.year) * 12 + last.month - first.month + 1
    }
}
