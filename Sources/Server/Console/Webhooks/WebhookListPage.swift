import CRM

/// The webhooks of an account, and which contacts are kept from them.
struct WebhookListPage: ConsolePage {
    static let template = "console/settings-webhooks"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let webhooks: [Line]
    let deliveriesHref: String
    let createAction: String
    let form: WebhookForm
    let syncAction: String
    let syncsContacts: Bool
    let forms: [SyncedForm]

    struct Line {
        let name: String
        let url: String
        let eventsText: String
        let state: String
        let good: Bool
        let warn: Bool
        let href: String
        let deliveriesHref: String
    }

    struct SyncedForm {
        let value: String
        let label: String
        let checked: Bool
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [Webhook], _ sync: SyncSettings, forms known: [KnownForm],
        draft: WebhookDraft? = nil, problems: [FormError] = []
    ) {
        shell = SettingsTab.webhooks.shell(frame)
        tabs = SettingsTab.webhooks.links(frame, paths)
        errors = problems
        webhooks = all.map { Line($0, paths) }
        deliveriesHref = paths.deliveries
        createAction = paths.webhooks
        form = draft.map(WebhookForm.init) ?? .empty
        syncAction = paths.sync
        syncsContacts = sync.syncsContacts
        forms = known.map {
            SyncedForm(value: $0.id, label: $0.name, checked: !sync.unsyncedForms.contains($0.id))
        }
    }
}

extension WebhookListPage.Line {
    init(_ webhook: Webhook, _ paths: AccountPaths) {
        name = webhook.name
        url = webhook.url
        eventsText =
            switch webhook.events {
            case .all: "Everything"
            case .chosen(let types): Count.text(types.count, "event")
            }
        let isFailing = webhook.health.failures > 0
        state = webhook.isPaused ? "Paused" : isFailing ? "Failing" : "On"
        good = !webhook.isPaused && !isFailing
        warn = !webhook.isPaused && isFailing
        href = paths.webhook(webhook.id)
        deliveriesHref = ConsolePath(paths.deliveries).with("webhook", webhook.id.rawValue).text
    }
}

/// A form that contacts come through, of this server or of a website.
struct KnownForm: Equatable {
    let id: String
    let name: String

    /// The own ones first, then those that websites have sent.
    static func all(_ own: [Form], _ seen: [FormActivity]) -> [KnownForm] {
        let known = own.map { KnownForm(id: $0.id.rawValue, name: $0.name) }
        let ids = Set(known.map(\.id))
        return known
            + seen.filter { !ids.contains($0.formID) }.map {
                KnownForm(id: $0.formID, name: $0.name.isEmpty ? $0.formID : $0.name)
            }
    }
}
