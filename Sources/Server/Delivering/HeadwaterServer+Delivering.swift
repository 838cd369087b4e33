import Delivery
import Logging
import ServiceLifecycle

extension HeadwaterServer {
    /// Sends to webhooks what waits for them.
    func delivering(_ logger: Logger) -> some Service {
        let renderer = WebhookRenderer(crm: crm)
        return Delivering(
            crm.deliveries, settings.delivery, render: { try await renderer.render($0, $1) },
            observe: { [delivery = metrics.delivery] in delivery.observe($0) },
            measure: { [delivery = metrics.delivery] in delivery.measure($0) }, now: now, logger: logger)
    }
}
