import CRM

extension Milliseconds {
    /// 1 November 2026, noon UTC: the day on which the stories begin.
    static let start: Milliseconds = 1_793_534_400_000

    /// A moment of a story, by its day and the minutes since that day's noon.
    static func on(_ day: Int, minute: Int = 0) -> Milliseconds {
        start + Milliseconds(day) * .day + Milliseconds(minute) * .minute
    }
}
