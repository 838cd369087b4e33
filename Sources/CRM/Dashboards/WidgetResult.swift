/// What became of one widget of a dashboard.
public struct WidgetAnswer: Sendable, Identifiable {
    public let widget: Widget
    /// What it looks back on; nil where it could not be asked.
    public let days: ReportDays?
    public let result: WidgetResult
    /// Rules that not all of its figures speak by yet.
    public var rulesUnderway: RulesUnderway?

    public var id: WidgetID { widget.id }
}

/// The figures of a widget, in the order in which it shows them.
public enum WidgetResult: Sendable, Equatable {
    /// - Parameter before: of the days that it is compared with.
    case number(ReportValue, before: ReportValue?)
    case line(WidgetLine)
    case parts(WidgetParts)
    case table(WidgetTable)
    case steps([WidgetStepFigure])
    /// Why there is nothing: said in its place, while the others show.
    case refused(WidgetRefusal)
}

public enum WidgetRefusal: Sendable, Equatable {
    /// A custom field that it names is gone.
    case fieldRemoved
    /// It shows what people wrote by hand, which is for the people of the account alone.
    case personal
    case problem(ReportProblem)
}

/// A thing that is counted on the way to a sale.
public struct WidgetStepFigure: Sendable, Equatable {
    public let subject: ReportSubject
    public let value: ReportValue
}

/// Figures along the time axis.
public struct WidgetLine: Sendable, Equatable {
    public struct Series: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            /// Everything: nothing divides it.
            case whole
            /// What was before, bucket by bucket.
            case before
            case group(ReportKey)
            /// The groups that have no line of their own.
            case other
        }

        public let kind: Kind
        /// One for each of the buckets.
        public let values: [ReportValue]
    }

    public let bucket: TimeBucket
    /// The first day of every bucket, those without a figure among them.
    public let starts: [CalendarDate]
    public let series: [Series]
    /// How many more groups there are that are in no line.
    public let more: Int
}

/// Figures of the largest groups.
public struct WidgetParts: Sendable, Equatable {
    public struct Part: Sendable, Equatable {
        /// Nil for everything that is not shown by itself.
        public let key: ReportKey?
        public let value: ReportValue
    }

    public let parts: [Part]
    public let total: ReportValue
    /// How many groups are not shown by themselves.
    public let more: Int
}

/// Figures of the largest combinations of groups.
public struct WidgetTable: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        /// One for each of the groups.
        public let keys: [ReportKey]
        /// One for each of the metrics.
        public let values: [ReportValue]
    }

    public let groups: [ReportField]
    public let metrics: [ReportMetric]
    public let rows: [Row]
    /// One for each of the metrics, of the rows that are not shown; nil where there are none, or they do not add up.
    public let other: [ReportValue]?
    public let total: [ReportValue]
    /// How many rows there are that are not shown by themselves.
    public let more: Int
}
