import CRM
import Foundation

/// Corrects a browser's clock: what counts is how long ago something was when it was sent.
struct EventClock {
    let received: Milliseconds
    private let offset: Milliseconds

    /// The oldest that an event may be.
    private static let oldest = 30 * Milliseconds.day

    /// - Parameter sentAt: the browser's time of this try; nil when it does not say.
    init(received: Milliseconds, sentAt: Milliseconds?) {
        self.received = received
        offset = sentAt.map { Self.difference(received, $0) } ?? 0
    }

    /// The server's time of a browser's moment: received − (sent − occurred), clamped to the last 30 days.
    func serverTime(of moment: Milliseconds?) -> Milliseconds {
        guard let moment else { return received }
        let (corrected, overflow) = moment.addingReportingOverflow(offset)
        guard !overflow else { return received }
        return min(max(corrected, received - Self.oldest), received)
    }

    private static func difference(_ left: Milliseconds, _ right: Milliseconds) -> Milliseconds {
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? 0 : difference
    }

    /// Milliseconds since 1970, or ISO 8601.
    static func moment(_ value: WireValue?) -> Milliseconds? {
        guard let text = value?.text else { return nil }
        if let whole = Milliseconds(text) { return whole }
        if let number = Double(text) { return Milliseconds(exactly: number.rounded()) }
        let styles = [
            Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle(),
        ]
        return styles.lazy.compactMap { try? Date(text, strategy: $0) }.first.map(Milliseconds.init)
    }
}
