import Attribution
import Database

/// What one step of a replay has found, before any of it is written.
struct ReplayChunk: Sendable {
    /// Where the job stands after this step.
    var job: ReplayJob
    var sessions: [SessionOpinion] = []
    var attributions: [AttributionOpinion] = []
    var samples: [Sample] = []
    var isLast = false

    /// The most opinions that one transaction writes, so that live traffic never waits long for its turn.
    static let opinionLimit = 500

    /// One example of a move.
    struct Sample: Sendable {
        enum Subject: Sendable {
            case session(SessionID)
            case attribution(AttributionID)
        }

        let view: ReplayView
        let from: Source
        let to: Source
        let ordinal: Int
        let subject: Subject
        let oldRule: String?
        let newRule: String
    }

    init(_ job: ReplayJob) { self.job = job }

    var isFull: Bool { sessions.count + attributions.count >= Self.opinionLimit }

    /// Counts one session or contact, and keeps it as an example while there are few.
    mutating func count(
        _ view: ReplayView, _ subject: @autoclosure () -> Sample.Subject, from: Source, to: Source, newRule: String?,
        oldRule: @autoclosure () -> String?
    ) {
        guard let ordinal = job.tally.count(view, from: from, to: to, rule: newRule), let newRule else { return }
        samples.append(
            Sample(
                view: view, from: from, to: to, ordinal: ordinal, subject: subject(), oldRule: oldRule(),
                newRule: newRule))
    }
}
