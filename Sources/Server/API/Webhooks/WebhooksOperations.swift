import CRM

/// The addresses that an account's events go to, for programs: Headwater's own operations.
struct WebhooksOperations: Sendable {
    let crm: CRM
    let settings: ServerSettings

    var operations: [Operation] { ofWebhooks + ofOneWebhook + ofDeliveries }

    private static let all = "/locations/{locationId}/webhooks"
    private static let one = all + "/{webhookId}"

    private var ofWebhooks: [Operation] {
        let webhooks = WebhooksController(crm: crm, settings: settings)
        return [
            .on(
                .get, Self.all, "get-webhooks", .webhooks, "Every webhook, the oldest first", .readWebhooks,
                answers: [.ok(.webhookList)], work: webhooks.list),
            .on(
                .post, Self.all, "create-webhook", .webhooks, "Creates a webhook; the answer has its secret",
                .writeWebhooks, body: .object(.webhookWish),
                answers: [
                    .created(.webhookWithSecret), .refusal(.badRequest, "The account has as many as it may have"),
                ], work: webhooks.create),
        ]
    }

    private var ofOneWebhook: [Operation] {
        let webhooks = WebhooksController(crm: crm, settings: settings)
        return [
            .on(
                .get, Self.one, "get-webhook", .webhooks, "One webhook", .readWebhooks,
                answers: [.ok(.singleWebhook)], work: webhooks.show),
            .on(
                .put, Self.one, "update-webhook", .webhooks, "Changes what is sent", .writeWebhooks,
                body: .object(.webhookChange), answers: [.ok(.singleWebhook)], work: webhooks.update),
            .on(
                .delete, Self.one, "delete-webhook", .webhooks,
                "Deletes the webhook with its deliveries; what waits is not sent", .writeWebhooks,
                answers: [.ok(.succeeded)], work: webhooks.delete),
            .on(
                .post, Self.one + "/secret", "renew-webhook-secret", .webhooks,
                "Gives it a new secret; for a day requests are signed with the former one too", .writeWebhooks,
                answers: [.ok(.webhookWithSecret)], work: webhooks.renewSecret),
            .on(
                .post, Self.one + "/test", "test-webhook", .webhooks, "Sends a test event to this webhook alone",
                .writeWebhooks, answers: [.created(.webhookTest)], work: webhooks.test),
        ]
    }

    private var ofDeliveries: [Operation] {
        let deliveries = DeliveriesAPIController(crm: crm)
        return [
            .on(
                .get, Self.one + "/deliveries", "get-webhook-deliveries", .webhooks,
                "What was sent and what waits, the newest first", .readWebhooks,
                query: DeliveriesAPIController.parameters, answers: [.ok(.deliveryList)], work: deliveries.list),
            .on(
                .get, Self.one + "/deliveries/{eventId}", "get-webhook-delivery", .webhooks,
                "One delivery with its body, its tries and the last answer", .readWebhooks,
                answers: [.ok(.singleDelivery)], work: deliveries.show),
            .on(
                .post, Self.one + "/deliveries/{eventId}/repeat", "repeat-webhook-delivery", .webhooks,
                "Sends it once more, with the same body", .writeWebhooks, answers: [.ok(.succeeded)],
                work: deliveries.repeat),
        ]
    }
}
