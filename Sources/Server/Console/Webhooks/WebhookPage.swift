import CRM

/// One webhook: what it is told, its secret, and how it is doing.
struct WebhookPage: ConsolePage {
    static let template = "console/settings-webhook"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let heading: String
    let trouble: String?
    let saveAction: String
    let form: WebhookForm
    let secret: String
    let overlap: String?
    let renewAction: String
    let testAction: String
    let deliveriesHref: String
    let deleteHref: String

    init(
        _ frame: Frame, _ paths: AccountPaths, _ webhook: Webhook, draft: WebhookDraft? = nil,
        problems: [FormError] = []
    ) {
        shell = SettingsTab.webhooks.shell(frame)
        tabs = SettingsTab.webhooks.links(frame, paths)
        errors = problems
        heading = webhook.name
        trouble =
            webhook.health.failures == 0
            ? nil : "The last requests failed. What waits is tried again by itself, for three days."
        saveAction = paths.webhook(webhook.id)
        form = WebhookForm(draft ?? WebhookDraft(webhook))
        secret = webhook.secret.current
        overlap = webhook.secret.former.flatMap { former in
            former.until > frame.clock.now ? frame.clock.moment(former.until).text : nil
        }
        renewAction = paths.webhook(webhook.id) + "/secret"
        testAction = paths.webhook(webhook.id) + "/test"
        deliveriesHref = ConsolePath(paths.deliveries).with("webhook", webhook.id.rawValue).text
        deleteHref = paths.webhook(webhook.id) + "/delete"
    }
}

extension ConfirmPage {
    init(deleting webhook: Webhook, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Delete the webhook “\(webhook.name)”?", in: .settings, frame, text: "This cannot be taken back.",
            consequences: ["What waits to be sent to it is not sent.", "The list of its deliveries goes with it."],
            action: paths.webhook(webhook.id) + "/delete", hidden: [], button: "Delete webhook",
            cancelHref: paths.webhook(webhook.id))
    }

    init(renewingSecretOf webhook: Webhook, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Renew the secret of “\(webhook.name)”?", in: .settings, frame,
            text: "For 24 hours every request carries a signature of the new secret and one of the former.",
            consequences: ["Give the new secret to the receiver within that time."],
            action: paths.webhook(webhook.id) + "/secret", hidden: [], button: "Renew secret",
            cancelHref: paths.webhook(webhook.id))
    }
}
