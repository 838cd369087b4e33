extension AccountPaths {
    var reports: String { root + "/reports" }
    var reportsCSV: String { reports + "/attribution.csv" }
    var reportContacts: String { reports + "/contacts" }
    var reportValues: String { reports + "/values" }
    func reportChart(_ chart: ReportChartName) -> String { reports + "/charts/" + chart.rawValue }
}
