import Foundation

/// What a person or a program says of a webhook.
public struct WebhookDraft: Sendable, Equatable {
    public var name: String
    public var url: String
    public var events: WebhookEvents
    public var isPaused: Bool

    public init(name: String, url: String, events: WebhookEvents, isPaused: Bool = false) {
        self.name = name.trimmed
        self.url = url.trimmed
        self.events = events
        self.isPaused = isPaused
    }

    public init(_ webhook: Webhook) {
        self.init(name: webhook.name, url: webhook.url, events: webhook.events, isPaused: webhook.isPaused)
    }

    /// Everything that is wrong with it, field by field; empty when it can be saved.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty || name.unicodeScalars.count > 200 {
            problems.append(Problem(field: .name, message: "A webhook needs a name of at most 200 characters."))
        }
        if !Self.isWebAddress(url) {
            problems.append(
                Problem(
                    field: .url,
                    message: "The address must be whole, begin with https:// or http://, and hold no user or password.")
            )
        }
        if events == .chosen([]) {
            problems.append(Problem(field: .events, message: "Choose at least one event."))
        }
        return problems
    }

    public struct Problem: Sendable, Equatable {
        public enum Field: String, Sendable {
            case name, url, events
        }

        public let field: Field
        public let message: String

        public init(field: Field, message: String) {
            self.field = field
            self.message = message
        }
    }

    private static func isWebAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme?.lowercased()
        else { return false }
        return (scheme == "https" || scheme == "http") && parts.user == nil && parts.password == nil
            && (1...65_535).contains(parts.port ?? 443)
    }
}

/// Everything that keeps a webhook from being saved.
public struct InvalidWebhook: Error, Equatable, Sendable {
    public let problems: [WebhookDraft.Problem]

    public init(problems: [WebhookDraft.Problem]) { self.problems = problems }

    static func check(_ draft: WebhookDraft) throws(InvalidWebhook) {
        let problems = draft.problems
        guard problems.isEmpty else { throw InvalidWebhook(problems: problems) }
    }
}
