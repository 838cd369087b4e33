/// What a widget or a dashboard looks back on.
public enum WidgetPeriod: Hashable, Sendable {
    /// Moves with the days.
    case preset(ReportPreset)
    /// Stays.
    case days(ReportDays)

    /// What a new dashboard has.
    public static let usual = WidgetPeriod.preset(.last30Days)
}
