import Attribution
import Database

extension CaptureBatch {
    /// Reads what direct conversions may take over; a conversion that comes from elsewhere asks for nothing.
    mutating func loadEarlierLandings(_ events: [CaptureEvent], _ connection: Connection) throws {
        let begun = begunSessions(events)
        let conversions = Dictionary(grouping: events.filter { $0.isConversion && $0.visitor != nil }) {
            Scoped($0.account, $0.visitor)
        }
        var places: [EarlierLandings.Place] = []
        var searches: [CarryOverSearch] = []
        for conversions in conversions.values {
            for event in conversions {
                guard let walk = walk(event, own: ownStart(of: event, begun), among: conversions) else { continue }
                places.append(walk.place)
                searches.append(walk.search)
            }
        }
        try search(&searches, along: &places, connection)
    }

    private mutating func search(
        _ searches: inout [CarryOverSearch], along places: inout [EarlierLandings.Place], _ connection: Connection
    ) throws {
        while !places.isEmpty {
            for (index, page) in try EarlierLandings.pages(connection, &places).enumerated() {
                for landing in page { searches[index].take(landing) }
            }
            for index in places.indices.reversed() where searches[index].isOver || places[index].isOver {
                earlierLandings[places[index].visitor, default: []] += searches[index].found
                places.remove(at: index)
                searches.remove(at: index)
            }
        }
    }

    /// Nil where no book that is in use or kept calls the conversion direct, or nothing is carried over.
    private func walk(
        _ event: CaptureEvent, own: JourneyJudge.Start, among conversions: [CaptureEvent]
    ) -> (place: EarlierLandings.Place, search: CarryOverSearch)? {
        guard let visitor = event.visitor, let context = accounts[event.account], context.account.lookBackDays > 0
        else { return nil }
        let classifiers = ([context.books.current] + context.books.others).map(\.classifier)
            .filter { $0.decide(own.landing, ownDomains: context.ownDomains).source == .direct }
        guard !classifiers.isEmpty else { return nil }
        let key = Scoped(event.account, visitor)
        let link = visitors[key]?.link?.contact
        let owners = conversions.map { emailKey($0).flatMap { emailOwners[$0] } }
        // One conversion has one owner; of several each may make the visitor another contact's.
        let contacts = conversions.count == 1 ? [owners[0] ?? link] : owners + [link]
        let since = event.occurredAt - Milliseconds(context.account.lookBackDays) * .day
        return (
            EarlierLandings.Place(key, since: since, until: own.at),
            CarryOverSearch(
                classifiers, context.ownDomains, contacts: Set(contacts), isAlone: conversions.count == 1)
        )
    }

    /// What the session of an event begins with, as it will be when the event's turn comes.
    private func ownStart(
        of event: CaptureEvent, _ begun: [Scoped<SessionID>: CaptureEvent]
    ) -> JourneyJudge.Start {
        let key = event.session.map { Scoped(event.account, $0) }
        if let session = key.flatMap({ sessions[$0] }), session.visitor == event.visitor {
            return JourneyJudge.Start(landing: session.landing, at: session.startedAt)
        }
        let first = key.flatMap { begun[$0] }.flatMap { $0.visitor == event.visitor ? $0 : nil } ?? event
        return JourneyJudge.Start(
            landing: Landing(
                url: first.arrival.url, referrer: first.arrival.referrer, userAgent: first.browser.userAgent),
            at: first.arrival.at)
    }

    /// The events with which this batch begins sessions that are not known yet.
    private func begunSessions(_ events: [CaptureEvent]) -> [Scoped<SessionID>: CaptureEvent] {
        var begun: [Scoped<SessionID>: CaptureEvent] = [:]
        for event in events where event.visitor != nil && !seen.contains(Scoped(event.account, event.id)) {
            guard let session = event.session else { continue }
            let key = Scoped(event.account, session)
            if sessions[key] == nil, begun[key] == nil { begun[key] = event }
        }
        return begun
    }
}
