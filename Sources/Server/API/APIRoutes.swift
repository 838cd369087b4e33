import CRM
import Hummingbird

/// The API's table of contents: every address that programs call stands in an `…Operations` of its section.
struct APIRoutes: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    func add(to router: Router<WebContext>) {
        let table = APITable(crm: crm, settings: settings)
        let door = APIDoor(crm: crm, settings: settings, limits: limits, now: now)
        for operation in table.operations {
            router.on(operation.route, method: operation.method) { request, context in
                try await door.answer(operation, request, context)
            }
        }
        let document = OpenAPIDocument(table, publicURL: settings.publicURL)
        router.get("openapi.json") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: try document.json()))
        }
    }
}
