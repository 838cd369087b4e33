import CRM

extension JSONSchema {
    static let webhook = JSONSchema.object(
        "Webhook",
        [
            .required("id", .string), .required("locationId", .string), .required("name", .string),
            .required("url", .string), .required("events", .array(.string).noted("[\"*\"] is every event")),
            .required("paused", .boolean), .required("failures", .integer.noted("Tries in a row that have failed")),
            .required("dateAdded", .time), .required("dateUpdated", .time),
        ])

    static let singleWebhook = JSONSchema.object("SingleWebhook", [.required("webhook", .webhook)])

    static let webhookList = JSONSchema.object("WebhookList", [.required("webhooks", .array(.webhook))])

    static let webhookWithSecret = JSONSchema.object(
        "WebhookWithSecret",
        [.required("webhook", .webhook), .required("secret", .string.noted("Requests are signed with it"))])

    static let webhookTest = JSONSchema.object("WebhookTest", [.required("webhookId", .string)])

    static let webhookWish = JSONSchema.object(
        "WebhookWish",
        [
            .required("name", .string(of: 1...200)), .required("url", .string(of: 1...2_048)),
            .required("events", eventChoice), .optional("paused", .boolean),
        ])

    static let webhookChange = JSONSchema.object(
        "WebhookChange",
        [
            .optional("name", .string(of: 1...200)), .optional("url", .string(of: 1...2_048)),
            .optional("events", eventChoice), .optional("paused", .boolean),
        ])

    static let delivery = JSONSchema.object("WebhookDelivery", deliveryMembers)

    static let deliveryList = JSONSchema.object(
        "WebhookDeliveryList",
        [.required("deliveries", .array(.delivery)), .required("startAfterId", .string.orNull)])

    static let singleDelivery = JSONSchema.object(
        "SingleWebhookDelivery",
        [
            .required(
                "delivery",
                .object(
                    "WebhookDeliveryDetail",
                    deliveryMembers + [
                        .required("payload", .string.orNull.noted("The body; null before the first try")),
                        .required("answer", .string.orNull.noted("The first kilobyte of the last answer")),
                        .required("history", .array(deliveryAttempt)),
                    ]))
        ])

    private static let eventChoice = JSONSchema.array(.choice(["*"] + OutboxEventType.choices.map(\.rawValue)))

    private static let deliveryAttempt = JSONSchema.object(
        "WebhookDeliveryAttempt",
        [
            .required("at", .time), .required("milliseconds", .integer), .required("statusCode", .integer.orNull),
            .required("problem", .choice(DeliveryProblem.allCases.map(\.rawValue)).orNull),
        ])

    private static let deliveryMembers: [Member] = [
        .required("id", .string.noted("The webhookId in the request's body")), .required("type", .string.orNull),
        .required("contactId", .string.orNull),
        .required("status", .choice(OutboxDelivery.State.allCases.map(\.rawValue))), .required("attempts", .integer),
        .required("dateAdded", .time), .required("nextAttemptAt", .time.orNull),
        .required("lastAttempt", deliveryAttempt.orNull),
    ]
}
