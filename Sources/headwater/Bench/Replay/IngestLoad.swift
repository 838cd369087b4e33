import Attribution
import CRM
import Foundation

/// Live traffic: batches of events that are sent at a fixed rate, however long the answers take.
struct IngestLoad: Sendable {
    private let bench: ReplayBench
    private let interval: Duration

    init(_ bench: ReplayBench, batchesPerSecond: Int) {
        self.bench = bench
        interval = .seconds(1) / batchesPerSecond
    }

    /// How long the answers took while `work` was done, each from the moment at which its batch was due.
    func latencies(during work: @escaping @Sendable () async throws -> Void) async throws -> Latencies {
        try await withThrowingTaskGroup(of: [Duration].self) { group in
            group.addTask {
                try await work()
                return []
            }
            group.addTask { try await send() }
            var taken: [Duration] = []
            // The work ends first, since nothing else ends the sending.
            if let none = try await group.next() { taken += none }
            group.cancelAll()
            while let some = try await group.next() { taken += some }
            return Latencies(taken)
        }
    }

    private func send() async throws -> [Duration] {
        let clock = ContinuousClock()
        let start = clock.now
        return try await withThrowingTaskGroup(of: Duration?.self) { group in
            var number = 0
            while !Task.isCancelled {
                let due = start + interval * number
                try? await clock.sleep(until: due, tolerance: .zero)
                let batch = events(number)
                group.addTask {
                    do {
                        _ = try await bench.crm.capture.record(batch, now: Milliseconds(Date()))
                        return clock.now - due
                    } catch is CancellationError {
                        return nil
                    }
                }
                number += 1
            }
            var taken: [Duration] = []
            for try await duration in group { if let duration { taken.append(duration) } }
            return taken
        }
    }

    /// Four visitors who arrive; one of every twenty fills in a form.
    private func events(_ number: Int) -> [CaptureEvent] {
        let now = Milliseconds(Date())
        return (0..<4).map { place in
            let ids = bench.crm.ids
            let landing = bench.landings[(number * 4 + place) % bench.landings.count]
            let isForm = place == 0 && number.isMultiple(of: 5)
            return CaptureEvent(
                id: EventID(rawValue: ids.uuid(at: now)), account: bench.account.id,
                kind: isForm ? .form(form(ids)) : .pageView(title: "Treatments"),
                visitor: VisitorID(rawValue: ids.uuid(at: now)), session: SessionID(rawValue: ids.uuid(at: now)),
                url: landing.url, referrer: landing.referrer, occurredAt: now,
                landing: CapturedLanding(url: landing.url, referrer: landing.referrer, at: now),
                browser: BrowserFacts(userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", ip: "198.51.100.7"))
        }
    }

    private func form(_ ids: IDSource) -> FormFill {
        FormFill(
            origin: .external, formID: "contact", formName: "Contact us", hiddenSource: nil,
            fields: [FilledField(name: "email", label: nil, values: ["\(ids.letters(12))@example.com"])])
    }
}
