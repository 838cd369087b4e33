import CRM
import Logging
import ServiceLifecycle

/// Serves one webhook as long as it is its turn.
struct TurnServer: Sendable {
    let deliveries: Deliveries
    let settings: DeliverySettings
    let resolve: @Sendable (String) async throws -> [IPAddress]
    let render: @Sendable (AccountID, WaitingDelivery) async throws -> String?
    let observe: @Sendable (DeliveryOutcome) -> Void
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    func serve(_ first: DeliveryTurn) async throws {
        let sender = Target(first.webhook.url).map { Sender($0, settings, resolve: resolve) }
        let result = await Result { try await serve(first, sender) }
        await sender?.shutDown()
        try result.get()
    }

    private func serve(_ first: DeliveryTurn, _ sender: Sender?) async throws {
        var turn: DeliveryTurn? = first
        // After so many turns others are looked at first.
        var turns = 0
        while let current = turn {
            turns += 1
            let outcomes = try await outcomes(of: current, sender)
            outcomes.forEach(observe)
            turn = try await deliveries.finish(
                current, outcomes, chance: .random(in: 0...1),
                goesOn: turns < 64 && !Task.isShuttingDownGracefully, now: now())
        }
    }

    private func outcomes(of turn: DeliveryTurn, _ sender: Sender?) async throws -> [DeliveryOutcome] {
        let payloads = try await payloads(of: turn)
        return await withTaskGroup(of: (Int, DeliveryOutcome).self) { group in
            var outcomes = turn.deliveries.map { outcome(before: payloads[$0.event] ?? .nothing) }
            var isTroubled = false
            var next = turn.deliveries.indices.filter { outcomes[$0] == .postponed }[...]
            func begin() {
                guard !isTroubled, !Task.isShuttingDownGracefully, let index = next.popFirst(),
                    case .text(let payload) = payloads[turn.deliveries[index].event]
                else { return }
                let delivery = turn.deliveries[index]
                group.addTask { (index, await attempt(delivery, of: turn.webhook, payload, sender)) }
            }
            for _ in 0..<settings.concurrency { begin() }
            for await (index, outcome) in group {
                outcomes[index] = outcome
                // Whoever has just failed would keep the rest waiting for its time-outs.
                if outcome.isTrouble { isTroubled = true }
                begin()
            }
            return outcomes
        }
    }

    /// What there is to send of an event.
    private enum Payload {
        case text(String)
        /// Nothing is left to tell.
        case nothing
        case unreadable
    }

    /// What comes of a delivery before anything is sent.
    private func outcome(before payload: Payload) -> DeliveryOutcome {
        switch payload {
        case .text: return .postponed
        case .nothing: return .notNeeded
        case .unreadable:
            let attempt = DeliveryAttempt(at: now(), milliseconds: 0, status: nil, problem: .unreadable)
            return .sent(attempt, answer: nil, retryAfter: nil)
        }
    }

    /// What is sent, by event: what was sent first where there is something.
    private func payloads(of turn: DeliveryTurn) async throws -> [OutboxEventID: Payload] {
        var payloads: [OutboxEventID: Payload] = [:]
        var rendered: [OutboxEventID: String] = [:]
        for delivery in turn.deliveries {
            if let payload = delivery.payload {
                payloads[delivery.event] = .text(payload)
                continue
            }
            do {
                rendered[delivery.event] = try await render(turn.account, delivery)
            } catch let error as CancellationError {
                throw error
            } catch {
                // That one is tried again later; the others have done nothing to wait for it.
                logger.error(
                    "event not put into words",
                    metadata: ["error": "\(type(of: error))", "event": "\(delivery.event.rawValue)"])
                payloads[delivery.event] = .unreadable
            }
        }
        for (event, payload) in try await deliveries.keep(rendered, of: turn.account) {
            payloads[event] = .text(payload)
        }
        return payloads
    }

    private func attempt(
        _ delivery: WaitingDelivery, of webhook: Webhook, _ payload: String, _ sender: Sender?
    ) async -> DeliveryOutcome {
        let start = ContinuousClock.now
        let at = now()
        let headers = [
            ("Content-Type", "application/json"), ("User-Agent", settings.userAgent),
            (Signature.header, Signature.text(of: payload, secrets: webhook.secret.texts(at: at), at: at)),
            ("X-Headwater-Event", delivery.type?.rawValue ?? ""), ("X-Headwater-Delivery", delivery.event.rawValue),
            ("X-Headwater-Attempt", "\(delivery.attempts + 1)"),
        ]
        let result = await sender?.send(headers: headers, body: payload) ?? .failure(SendFailure(.invalidAddress))
        let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        switch result {
        case .success(let answer):
            let problem: DeliveryProblem? = (200...299).contains(answer.status) ? nil : .refused
            let attempt = DeliveryAttempt(
                at: at, milliseconds: milliseconds, status: answer.status, problem: problem)
            return .sent(attempt, answer: answer.body, retryAfter: answer.retryAfter)
        case .failure(let failure):
            let attempt = DeliveryAttempt(at: at, milliseconds: milliseconds, status: nil, problem: failure.problem)
            return .sent(attempt, answer: nil, retryAfter: nil)
        }
    }
}

extension Result where Failure == any Error {
    /// What an asynchronous step came to.
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
