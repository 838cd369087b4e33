import Attribution
import CRM

/// A contact's journey as the page tells it: visits, submissions, and what people did, the newest first, by day.
struct Timeline {
    let days: [TimelineDay]

    init(
        _ detail: ContactDetail, _ journey: Journey, _ clicks: [ClickTouch], _ paths: AccountPaths,
        _ clock: AccountClock
    ) {
        let entries = TimelineEntries(detail, journey, paths, clock)
        let visits = journey.sessions.map { (at: $0.session.startedAt, rank: 0, item: TimelineItem($0, clock)) }
        let events = journey.entries.enumerated().compactMap { index, entry in
            // Entries come newest first: of two at one moment the one that was written last stands above.
            entries.item(entry).map { (at: entry.at, rank: journey.entries.count - index, item: $0) }
        }
        let notes = journey.notes.map { (at: $0.createdAt, rank: 0, item: entries.item($0)) }
        let clicked = clicks.map { (at: $0.click.at, rank: 0, item: entries.item($0)) }
        let all = (visits + events + notes + clicked).sorted { ($0.at, $0.rank) > ($1.at, $1.rank) }
        days = all.chunked { clock.day($0.at) == clock.day($1.at) }.compactMap { day in
            day.first.map { TimelineDay(label: clock.dayName($0.at), entries: day.map(\.item)) }
        }
    }
}

extension Array {
    /// Runs of neighbours that belong together.
    fileprivate func chunked(_ belong: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, belong(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}

extension TimelineItem {
    /// A visit with its pages.
    init(_ touch: SessionTouch, _ clock: AccountClock) {
        let session = touch.session
        let count = max(session.pageViews, touch.pages.count)
        self.init(
            icon: "cursor", title: count == 0 ? "Visited the website" : "Visited \(Count.text(count, "page"))",
            time: clock.moment(session.startedAt))
        source = SourceBadge(session.verdict.source)
        lines = [
            "Landed on \(session.landing.url)", session.landing.referrer.map { "Came from \($0)" },
            session.landing.userAgent.flatMap { DeviceSummary.describe(userAgent: $0) },
        ].compactMap { $0 }.map { TextLine(text: $0) }
        pages = touch.pages.map { Page(time: clock.second($0.occurredAt), url: $0.url) }
        guard let first = touch.pages.first, let last = touch.pages.last else { return }
        let shown =
            touch.pages.count < count ? "First \(touch.pages.count) of \(count) pages" : Count.text(count, "page")
        pagesText = count == 1 ? shown : "\(shown) in \(AccountClock.length(last.occurredAt - first.occurredAt))"
    }
}
