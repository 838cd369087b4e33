/// A figure in a report's table.
struct ReportCell: Equatable {
    let label: String
    let text: String
    /// The contacts behind the figure; nil where there are none.
    let href: String?
    let isNone: Bool
    let change: FigureChange?
}
