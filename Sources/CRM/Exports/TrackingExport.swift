/// The exports of visits and of the pages that were opened in them.
public enum TrackingExport {
    public static let sessions = ExportTable<JudgedSession>(columns: [
        .init("sessionId", "Session ID") { .text($0.session.id.description) },
        .init("visitorId", "Visitor ID") { .text($0.session.visitor.description) },
        .init("contactId", "Contact ID") { .text($0.session.contact?.rawValue) },
        .init("startedAt", "Started At") { .text($0.session.startedAt.iso8601) },
        .init("lastSeenAt", "Last Seen At") { .text($0.session.lastSeenAt.iso8601) },
        .init("sessionSource", "Source") { .text($0.session.verdict.source.label) },
        .init("subLabel", "Sub-label") { .text($0.session.verdict.subLabel) },
        .init("rule", "Rule") { .text($0.session.verdict.ruleNumber) },
        .init("rulesRevision", "Rules Revision") { .number($0.session.verdict.revision) },
        .init("secondOpinion", "Second Opinion") { .opinion($0.secondOpinion.map(OpinionLine.init)) },
        .init("url", "Session URL") { .text($0.session.landing.url) },
        .init("referrer", "Referrer") { .text($0.session.landing.referrer) },
        .init("userAgent", "User Agent") { .text($0.session.landing.userAgent) },
        .init("ip", "IP") { .text($0.session.ip) },
        .init("pageViews", "Page Views") { .number($0.session.pageViews) },
        .init("conversions", "Conversions") { .number($0.session.conversions) },
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
