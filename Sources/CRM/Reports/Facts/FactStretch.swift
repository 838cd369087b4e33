/// A stretch of time of one subject.
struct FactStretch: Hashable, Sendable {
    let subject: ReportSubject
    let range: Range<Milliseconds>

    init(_ subject: ReportSubject, _ range: Range<Milliseconds>) {
        self.subject = subject
        self.range = range
    }

    /// The UTC day of a moment.
    static func day(of moment: Milliseconds) -> Range<Milliseconds> {
        let remainder = moment % .day
        let start = moment - (remainder < 0 ? remainder + .day : remainder)
        return start..<start + .day
    }
}

extension FactStretch: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.subject.rawValue, left.range.lowerBound) < (
            right.subject.rawValue, right.range.lowerBound
        )
    }
}
