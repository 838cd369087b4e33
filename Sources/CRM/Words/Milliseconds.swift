import Foundation

/// A moment, as UTC milliseconds since 1970: how the database and the wire hold time.
public typealias Milliseconds = Int64

extension Milliseconds {
    public static let second: Milliseconds = 1_000
    public static let minute: Milliseconds = 60 * second
    public static let hour: Milliseconds = 60 * minute
    public static let day: Milliseconds = 24 * hour

    public init(_ date: Date) {
        self = Milliseconds((date.timeIntervalSince1970 * 1_000).rounded())
    }

    public var date: Date { Date(timeIntervalSince1970: Double(self) / 1_000) }

    /// ISO 8601 in UTC with milliseconds: `2026-11-22T05:10:00.000Z`.
    public var iso8601: String {
        let rest = (self % .second + .second) % .second
        let seconds = (self - rest).date.formatted(.iso8601)
        return seconds.dropLast() + "." + String(rest + .second).dropFirst() + "Z"
    }
}
