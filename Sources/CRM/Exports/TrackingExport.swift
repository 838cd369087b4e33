/// The exports of visits and of the pages that were opened in them.
public enum TrackingExport {
    public static let sessions = ExportTable<Session>(columns: [
        .init("sessionId", "Session ID") { .text($0.id.description) },
        .init("visitorId", "Visitor ID") { .text($0.visitor.description) },
        .init("contactId", "Contact ID") { .text($0.contact?.rawValue) },
        .init("startedAt", "Started At") { .text($0.startedAt.iso8601) },
        .init("lastSeenAt", "Last Seen At") { .text($0.lastSeenAt.iso8601) },
        .init("sessionSource", "Source") { .text($0.verdict.source.label) },
        .init("subLabel", "Sub-label") { .text($0.verdict.subLabel) },
        .init("rule", "Rule") { .text($0.verdict.ruleNumber) },
        .init("rulesRevision", "Rules Revision") { .number($0.verdict.revision) },
        .init("url", "Session URL") { .text($0.landing.url) },
        .init("referrer", "Referrer") { .text($0.landing.referrer) },
        .init("userAgent", "User Agent") { .text($0.landing.userAgent) },
        .init("ip", "IP") { .text($0.ip) },
        .init("pageViews", "Page Views") { .number($0.pageViews) },
        .init("conversions", "Conversions") { .number($0.conversions) },
    ])

    public static let pageViews = ExportTable<PageView>(columns: [
        .init("eventId", "Event ID") { .text($0.event.description) },
        .init("sessionId", "Session ID") { .text($0.session?.description) },
        .init("visitorId", "Visitor ID") { .text($0.visitor?.description) },
        .init("occurredAt", "Occurred At") { .text($0.occurredAt.iso8601) },
        .init("receivedAt", "Received At") { .text($0.receivedAt.iso8601) },
        .init("url", "URL") { .text($0.url) },
        .init("referrer", "Referrer") { .text($0.referrer) },
        .init("title", "Title") { .text($0.title) },
    ])
}
