import CRM

/// What was sent to webhooks and what waits.
struct DeliveryListPage: ConsolePage {
    static let template = "console/deliveries"

    let shell: Shell
    let tabs: [Link]
    let backHref: String
    let stateTabs: [Link]
    let action: String
    let keep: [HiddenField]
    let webhookChoices: [FieldControl.Option]
    let rows: [Row]
    let newerHref: String?
    let olderHref: String?
    let pageText: String

    struct Row {
        let href: String
        let type: String
        let meaning: String
        let webhook: String
        let contact: Link?
        let attempts: String
        let outcome: String?
        let status: DeliveryChip
        let time: Moment
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ filter: DeliveryFilter, _ found: DeliveryPage, webhooks: [Webhook]
    ) {
        shell = SettingsTab.webhooks.shell(frame)
        tabs = SettingsTab.webhooks.links(frame, paths)
        backHref = paths.webhooks
        let states: [OutboxDelivery.State?] = [nil] + OutboxDelivery.State.allCases
        stateTabs = states.map { state in
            Link(state?.label ?? "All", filter.path(paths, state: state).text, current: state == filter.state)
        }
        action = paths.deliveries
        keep = filter.state.map { [HiddenField(name: "status", value: $0.rawValue)] } ?? []
        webhookChoices =
            [FieldControl.Option(value: "", label: "Every webhook", selected: filter.webhook == nil)]
            + webhooks.map {
                FieldControl.Option(value: $0.id.rawValue, label: $0.name, selected: $0.id == filter.webhook)
            }
        let names = Dictionary(webhooks.map { ($0.id, $0.name) }) { name, _ in name }
        rows = found.deliveries.map { Row($0, names[$0.webhook] ?? "", paths, frame.clock) }
        newerHref = filter.olderThan == nil ? nil : filter.path(paths, state: filter.state).text
        olderHref =
            found.hasOlder
            ? found.deliveries.last.map {
                filter.path(paths, state: filter.state).with("older", DeliveryCursor($0).text).text
            } : nil
        pageText = found.deliveries.count == 1 ? "1 delivery" : "\(found.deliveries.count) deliveries"
    }
}

extension DeliveryListPage.Row {
    init(_ delivery: OutboxDelivery, _ webhook: String, _ paths: AccountPaths, _ clock: AccountClock) {
        href = paths.delivery(delivery.event, to: delivery.webhook)
        type = delivery.type?.rawValue ?? "Unknown"
        meaning = delivery.type?.meaning ?? ""
        self.webhook = webhook
        contact =
            delivery.type == .contactDelete
            ? nil : delivery.contact.map { Link("Contact", paths.contact($0)) }
        attempts = delivery.attempts == 1 ? "1 try" : "\(delivery.attempts) tries"
        outcome = delivery.last.map { $0.status.map { "Answer \($0)" } ?? $0.problem?.meaning ?? "" }
        status = DeliveryChip(delivery)
        time = clock.moment(delivery.createdAt)
    }
}
