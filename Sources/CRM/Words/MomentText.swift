import Foundation

/// A moment as people and programs write it: ISO 8601, with or without fractions of a second, or milliseconds since 1970.
public enum MomentText {
    /// From 1970 to the year 9999.
    private static let times: ClosedRange<Milliseconds> = 0...253_402_300_799_999

    /// Nil for what is no moment of those years. A day alone is its midnight in UTC.
    public static func read(_ text: String) -> Milliseconds? {
        let date =
            (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            ?? (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle().year().month().day()))
        guard let time = Milliseconds(text) ?? date.map({ Milliseconds($0) }), times.contains(time) else { return nil }
        return time
    }
}
