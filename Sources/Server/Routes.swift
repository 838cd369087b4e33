import Assets
import CRM
import Hummingbird

/// The table of contents: every address, top to bottom; those of the API and of the console are listed in tables of
/// their own. From an address to its SQL is three hops.
extension HeadwaterServer {
    func routes(_ collect: CollectController, _ log: RequestLog, _ security: SecurityHeaders) throws -> Router<
        WebContext
    > {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            log
            security
            Failures { status, id, request in ErrorAnswers.show(status, requestID: id, to: request, templates) }
        }

        // Health, for operators
        let health = HealthController(readiness: readiness)
        router.get("healthz", use: health.alive)
        router.get("readyz", use: health.ready)
        let scrapes = MetricsController(
            registry: metrics.registry(surroundings), readiness: readiness, token: settings.metricsToken)
        router.get("metrics", use: scrapes.show)

        // Browsers: the script and what it sends
        let scripts = StaticFiles(
            .embedded, names: ["external-tracking.js", "form.js"], cacheControl: "public, max-age=3600")
        router.get("js/external-tracking.js") { request, _ in try scripts.response("external-tracking.js", to: request)
        }
        router.get("js/form.js") { request, _ in try scripts.response("form.js", to: request) }
        router.post("t/events", use: collect.take)
        router.post("t/forget", use: collect.forget)
        router.on("t/**", method: .options, use: collect.preflight)
        let exclusion = SelfExclusionController(publicURL: settings.publicURL, templates: templates)
        router.get("t/self-exclude", use: exclusion.page)
        router.post("t/self-exclude", use: exclusion.change)

        // Own forms, hosted and embedded
        let hosted = HostedFormController(
            crm: crm, settings: settings, limits: limits, templates: templates, queue: collect.queue, now: now)
        router.get("t/forms/:form", use: hosted.description)
        router.get("f/:form", use: hosted.page)
        router.post("f/:form", use: hosted.submit)

        // Trigger links: a contact's own addresses
        let links = TriggerLinkController(crm: crm, settings: settings, now: now)
        router.get("l/:token", use: links.follow)
        router.on("l/:token", method: .head, use: links.follow)

        // Dashboards for people without a sign-in
        let shared = SharedDashboardController(
            crm: crm, settings: settings, limits: limits, templates: templates, now: now)
        router.get("d/:secret", use: shared.page)
        router.get("d/:secret/widgets/:widget/table.csv", use: shared.csv)
        router.get("d/:secret/widgets/:widget/chart.svg", use: shared.svg)

        // Programs: the API
        APIRoutes(crm: crm, settings: settings, limits: limits, now: now).add(to: router)

        // Apps: how they are given tokens
        OAuthRoutes(crm: crm, settings: settings, limits: limits, now: now).add(to: router)

        // People: the console
        ConsoleRoutes(crm: crm, settings: settings, templates: templates, now: now).add(to: router)

        if settings.servesDemo {
            DemoController(crm: crm, settings: settings, templates: templates).addRoutes(to: router)
        }
        return router
    }
}
