import Attribution
import CRM

/// Some weeks of a clinic's traffic, the same in every run: ads, posts, searches, direct visits, and who converted.
struct History {
    private static let urls = [
        "https://clinic.example/", "https://clinic.example/offer?utm_source=fb_ad",
        "https://clinic.example/?utm_source=podcast", "https://clinic.example/?gclid=g1",
        "https://clinic.example/offer",
        "https://clinic.example/blog?utm_source=podcast&utm_medium=audio",
    ]
    private static let referrers = [
        nil, "https://www.google.com/", "https://sister.example/page", "https://m.facebook.com/",
        "https://news.example/article", nil,
    ]

    /// Records `visitors` browsers with up to four visits each; every other visit converts.
    static func record(_ visitors: Int, at site: Site, from day: Int = 0) async throws {
        var events: [CaptureEvent] = []
        for number in 0..<visitors {
            let browser = site.browser()
            for visit in 0...(number % 4) {
                let kind = number * 7 + visit * 5
                let visit = site.visit(
                    browser, to: urls[kind % urls.count], from: referrers[(kind / 2) % referrers.count],
                    at: .on(day + visit * 3, minute: number))
                events.append(visit.page())
                if kind % 2 == 0 { events.append(visit.form(["email": "v\(number)@example.com"])) }
            }
        }
        events.sort { ($0.occurredAt, $0.id.description) < ($1.occurredAt, $1.id.description) }
        for start in stride(from: 0, to: events.count, by: 20) {
            let batch = Array(events[start..<min(start + 20, events.count)])
            _ = try await site.crm.capture.record(batch, now: batch.map(\.occurredAt).max() ?? .start)
        }
    }
}
