import CRM

/// One delivery: what was sent, what came back, and each try.
struct DeliveryRecordPage: ConsolePage {
    static let template = "console/delivery"

    let shell: Shell
    let tabs: [Link]
    let heading: String
    let meaning: String
    let status: DeliveryChip
    let webhook: Link
    let listHref: String
    let contact: Link?
    let created: Moment
    let next: Moment?
    let repeatAction: String
    let repeatLabel: String
    let payload: String?
    let answer: String?
    let attempts: [Attempt]

    struct Attempt {
        let time: Moment
        let outcome: String
        let good: Bool
        let milliseconds: String
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ detail: DeliveryDetail, _ webhook: Webhook) {
        let delivery = detail.delivery
        shell = SettingsTab.webhooks.shell(frame)
        tabs = SettingsTab.webhooks.links(frame, paths)
        heading = delivery.type?.rawValue ?? "Delivery"
        meaning = delivery.type?.meaning ?? ""
        status = DeliveryChip(delivery)
        self.webhook = Link(webhook.name, paths.webhook(webhook.id))
        listHref = ConsolePath(paths.deliveries).with("webhook", webhook.id.rawValue).text
        contact =
            delivery.type == .contactDelete
            ? nil : delivery.contact.map { Link("The contact", paths.contact($0)) }
        created = frame.clock.moment(delivery.createdAt)
        next = delivery.state == .pending ? frame.clock.moment(delivery.dueAt) : nil
        repeatAction = paths.delivery(delivery.event, to: delivery.webhook) + "/repeat"
        repeatLabel = delivery.state == .pending ? "Send now" : "Send again"
        payload = detail.payload
        answer = delivery.answer.flatMap { $0.isEmpty ? nil : $0 }
        attempts = detail.history.reversed().map { Attempt($0, frame.clock) }
    }
}

extension DeliveryRecordPage.Attempt {
    init(_ attempt: DeliveryAttempt, _ clock: AccountClock) {
        time = Moment(iso: attempt.at.iso8601, text: "\(clock.date(attempt.at)), \(clock.second(attempt.at))")
        let answer = attempt.status.map { "Answer \($0)" }
        outcome = attempt.problem == .refused ? answer ?? "" : answer ?? attempt.problem?.meaning ?? ""
        good = attempt.problem == nil
        milliseconds = "\(attempt.milliseconds) ms"
    }
}
