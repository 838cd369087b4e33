import CRM

/// The days of a report, and those it is compared with.
struct ReportRange: Hashable, Sendable {
    let days: ReportDays
    let compared: ReportDays?
}
