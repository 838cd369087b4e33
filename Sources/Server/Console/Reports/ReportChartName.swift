/// The charts of a report that can be kept as a file.
enum ReportChartName: String, CaseIterable {
    case time, sources
}
