import CRM

/// A webhook as the form shows it, and as somebody filled it in.
struct WebhookForm {
    let name: String
    let url: String
    let all: Bool
    let paused: Bool
    let events: [Choice]

    struct Choice {
        let value: String
        let label: String
        let checked: Bool
    }

    init(_ draft: WebhookDraft) {
        name = draft.name
        url = draft.url
        all = draft.events == .all
        paused = draft.isPaused
        events = OutboxEventType.choices.map { type in
            let isChosen = if case .chosen(let types) = draft.events { types.contains(type) } else { false }
            return Choice(value: type.rawValue, label: type.meaning, checked: isChosen)
        }
    }

    static let empty = WebhookForm(WebhookDraft(name: "", url: "", events: .all))
}

extension WebhookDraft {
    init(_ form: FormBody) {
        let chosen = Set(form.all("events").compactMap(OutboxEventType.init(rawValue:)))
        self.init(
            name: form.text("name") ?? "", url: form.text("url") ?? "",
            events: form["which"] == "chosen" ? .chosen(chosen) : .all, isPaused: form["paused"] == "true")
    }
}

extension FormError {
    init(_ problem: WebhookDraft.Problem) {
        self.init(text: problem.message, fieldId: problem.field == .events ? nil : problem.field.rawValue)
    }
}
