import Database
import Foundation

/// A chance of a sale to one contact, on its way through the stages of a pipeline.
public struct Opportunity: Sendable, Identifiable, Equatable {
    public enum Status: String, Sendable, CaseIterable, SQLConvertible {
        case open, won, lost, abandoned

        public var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    public let id: OpportunityID
    public internal(set) var contact: ContactID
    public internal(set) var name: String
    public internal(set) var pipeline: PipelineID
    public internal(set) var stage: StageID
    public internal(set) var status: Status
    public internal(set) var value: Money
    /// The user who looks after it.
    public internal(set) var assignedTo: UserID?
    /// How it came about, in free words; the contact's attributions are the contact's.
    public internal(set) var source: String?
    public internal(set) var lostReason: LostReasonID?
    public internal(set) var forecast: Forecast
    public let createdAt: Milliseconds
    public internal(set) var updatedAt: Milliseconds
    /// Of what is won: when it was won last.
    public internal(set) var statusChangedAt: Milliseconds
    public internal(set) var stageChangedAt: Milliseconds

    /// When somebody thinks it will be won, and how likely.
    public struct Forecast: Sendable, Equatable {
        public internal(set) var closesOn: CalendarDate?
        /// The day that was named first.
        public internal(set) var firstClosesOn: CalendarDate?
        /// How often the day was put off.
        public internal(set) var slips = 0
        public internal(set) var slippedAt: Milliseconds?
        /// In percent; nil leaves it to the stage.
        public internal(set) var probability: Int?

        /// From the day that was named first to the one that is named now; nil while it was never put off.
        public var daysSlipped: Int? {
            guard slips > 0, let from = firstClosesOn?.noon, let to = closesOn?.noon else { return nil }
            return Int((to.timeIntervalSince(from) / 86_400).rounded())
        }

        mutating func expect(_ day: CalendarDate?, now: Milliseconds) {
            if let before = closesOn, let day, before.rawValue < day.rawValue {
                slips += 1
                slippedAt = now
            }
            firstClosesOn = firstClosesOn ?? day
            closesOn = day
        }
    }

    /// In percent: what is closed is certain, and an open one has its own or its stage's; nil when neither says.
    public func probability(in stage: Pipeline.Stage?) -> Int? {
        switch status {
        case .won: 100
        case .lost, .abandoned: 0
        case .open: forecast.probability ?? stage?.probability
        }
    }
}

public typealias OpportunityID = Identifier<Opportunity>

extension CalendarDate {
    /// In UTC, where every day has 24 hours.
    fileprivate var noon: Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12))
    }
}
