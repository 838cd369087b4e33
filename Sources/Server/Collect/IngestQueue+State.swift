import CRM

extension IngestQueue {
    /// Who waits, and how many write.
    struct State {
        var waiting: [Waiting] = []
        var waitingEvents = 0
        /// Those that wait and those that are being written.
        var events = 0
        /// Of their requests' bodies.
        var bytes = 0
        var writers = 0

        enum Admission {
            case full
            case waiting(Need)
        }

        enum Need {
            case none
            case writer
            /// A writer, if those that are there are not through before long.
            case writerLater
        }

        mutating func admit(_ request: Waiting, mostEvents: Int, mostBytes: Int, _ pace: IngestPace) -> Admission {
            guard events + request.weight <= mostEvents, bytes + request.size <= mostBytes else { return .full }
            events += request.weight
            bytes += request.size
            waiting.append(request)
            waitingEvents += request.weight
            return .waiting(need(pace))
        }

        private mutating func need(_ pace: IngestPace) -> Need {
            guard writers < pace.mostWriters else { return .none }
            guard writers == 0 || waitingEvents >= pace.worthAWriter else {
                return waiting.count == 1 ? .writerLater : .none
            }
            writers += 1
            return .writer
        }

        /// Those who have waited since before a moment leave the queue.
        mutating func leave(ifBefore moment: ContinuousClock.Instant) -> [Waiting] {
            let old = Array(waiting.prefix { $0.since < moment })
            waiting.removeFirst(old.count)
            waitingEvents -= old.reduce(0) { $0 + $1.weight }
            settle(old)
            return old
        }

        /// They are about to hear their answers.
        mutating func settle(_ requests: [Waiting]) {
            events -= requests.reduce(0) { $0 + $1.weight }
            bytes -= requests.reduce(0) { $0 + $1.size }
        }

        mutating func takeWriterForRest(mostWriters: Int) -> Bool {
            guard !waiting.isEmpty, writers < mostWriters else { return false }
            writers += 1
            return true
        }
    }

    /// A request whose events are not stored yet.
    struct Waiting {
        let events: [CaptureEvent]
        let refused: [RefusedEvent]
        let size: Int
        let answer: AwaitedAnswer
        let since = ContinuousClock.now

        var weight: Int { events.count + refused.count }
    }
}
