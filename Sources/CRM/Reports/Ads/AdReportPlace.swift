/// Where in an ads report a figure stands.
public enum AdReportPlace: Hashable, Sendable {
    /// In a row, by its key and those that it stands below in front of it; none: everything of the platform.
    case row([AdKey])
    /// In what is gathered as the others, below a path.
    case other(below: [AdKey])

    public var path: [AdKey] {
        switch self {
        case .row(let path), .other(let path): path
        }
    }
}
