import CRM

/// Which costs are to be taken away.
struct AdCostsRemoval {
    let platform: AdPlatform
    let days: ReportDays

    init?(_ form: FormBody) {
        guard let platform = form.text("platform").flatMap({ AdPlatform(rawValue: $0) }),
            let first = form.text("from").flatMap({ CalendarDate($0) }),
            let last = form.text("to").flatMap({ CalendarDate($0) }), let days = ReportDays(first, last)
        else { return nil }
        self.platform = platform
        self.days = days
    }

    var parameters: [(name: String, value: String)] {
        [("platform", platform.rawValue), ("from", days.first.rawValue), ("to", days.last.rawValue)]
    }
}
