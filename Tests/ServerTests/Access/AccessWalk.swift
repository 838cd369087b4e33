import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import CRM
@testable import Server

/// Calls every operation of the API's table, as whoever holds a token.
struct AccessWalk: Sendable {
    let server: TestServer
    let operations: [Server.Operation]
    /// A second account with something of everything, each thing marked.
    let stranger: Stranger

    static let mark = "Zyxwv"

    /// An account that is not the caller's, and the ids of what it has.
    struct Stranger: Sendable {
        let account: Account
        let ids: [String: String]
    }

    init(_ server: TestServer) async throws {
        self.server = server
        operations = APITable(crm: server.crm, settings: try server.server().settings).operations
        stranger = try await Self.stranger(in: server)
    }

    /// What the API answered.
    struct Answer {
        let operation: String
        let status: Int
        let body: String
        let headers: HTTPFields
    }

    /// - Parameters:
    ///   - location: the account that path, query and body name.
    ///   - ids: what stands in the place of the other parameters.
    func call(
        _ operation: Server.Operation, _ client: any TestClientProtocol, token: String?, location: String,
        ids: [String: String], namesLocationInQuery: Bool
    ) async throws -> Answer {
        var path = ""
        for part in operation.path.split(separator: "/") {
            guard part.hasPrefix("{") else {
                path += "/" + part
                continue
            }
            let name = String(part.dropFirst().dropLast())
            // An `{id}` is what the words before it say.
            let thing = ids["\(path.split(separator: "/").last ?? "")/\(name)"]
            path += "/" + (name == "locationId" ? location : thing ?? ids[name] ?? ids["id"] ?? "none")
        }
        if path.isEmpty { path = "/" }
        var query = operation.query.filter(\.isRequired).map { parameter in
            "\(parameter.name)=\(Self.text(parameter.schema, parameter.name, location, ids))"
        }
        if namesLocationInQuery { query.append("locationId=\(location)") }
        if !query.isEmpty { path += "?" + query.joined(separator: "&") }
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.authorization] = token.map { "Bearer \($0)" }
        let response = try await client.executeRequest(
            uri: path, method: operation.method, headers: headers, body: Self.body(operation, location, ids))
        return Answer(
            operation: "\(operation.method) \(operation.path)", status: response.status.code,
            body: String(buffer: response.body), headers: response.headers)
    }

    private static func body(
        _ operation: Server.Operation, _ location: String, _ ids: [String: String]
    ) -> ByteBuffer? {
        switch operation.body {
        case .none: nil
        case .csv: ByteBuffer(string: "Day,Campaign,Cost\n2026-11-01,A,1\n")
        case .object(let schema), .freeObject(let schema), .document(let schema, _):
            (try? JSONSerialization.data(withJSONObject: value(schema, "", location, ids), options: .fragmentsAllowed))
                .map { ByteBuffer(bytes: $0) }
        }
    }

    /// The smallest value that a schema takes.
    private static func value(_ schema: JSONSchema, _ name: String, _ location: String, _ ids: [String: String]) -> Any
    {
        switch schema.kind {
        case .array(let element): return [value(element, name, location, ids)]
        case .object(let members):
            return Dictionary(
                members.filter { $0.isRequired || $0.name == "locationId" }.map {
                    ($0.name, value($0.schema, $0.name, location, ids))
                }, uniquingKeysWith: { first, _ in first })
        case .either(let schemas): return schemas.first.map { value($0, name, location, ids) } ?? ""
        case .named(_, let inner): return value(inner, name, location, ids)
        case .boolean: return true
        case .integer(let range): return range?.lowerBound ?? 1
        case .number: return 1
        case .map, .reference: return [String: Any]()
        case .any, .string, .choice: return text(schema, name, location, ids)
        }
    }

    private static func text(
        _ schema: JSONSchema, _ name: String, _ location: String, _ ids: [String: String]
    ) -> String {
        if ["locationId", "location_id", "altId"].contains(name) { return location }
        if let id = ids[name] { return id }
        switch schema.kind {
        case .choice(let texts): return texts.first ?? ""
        case .integer(let range): return "\(range?.lowerBound ?? 1)"
        case .boolean: return "true"
        case .array(let element): return text(element, name, location, ids)
        case .string(let format, let lengths):
            if format == "date-time" || name.lowercased().contains("date") { return "2026-11-02T09:00:00.000Z" }
            if name.lowercased().contains("email") { return "nobody@stranger.example" }
            return String(repeating: "x", count: max(lengths?.lowerBound ?? 3, 3))
        default: return "xxx"
        }
    }
}

extension AccessWalk {
    /// Makes an account with a contact, a note, a task, an opportunity, a form, a link, a webhook with a delivery, a field,
    /// a folder, a value and a tag.
    private static func stranger(in server: TestServer) async throws -> Stranger {
        let crm = server.crm
        let now = server.now
        let account = try await crm.accounts.create(name: mark + " Spa", domains: [], now: now)
        let token = try await crm.tokens.create(
            account.id, name: "Theirs", scopes: Set(Token.Scope.allCases), now: now
        ).secret
        let made = Collected()
        try await server.test { client in
            let api = Maker(client: client, token: token, location: account.locationID)
            let contact = try await api.make(
                "/contacts/", ["firstName": mark, "email": "\(mark)@stranger.example", "tags": [mark]], "contact.id")
            made.set(["contactId", "id", "contact_id"], contact)
            let below = "/contacts/\(contact ?? "")"
            made.set(["noteId", "notes/id"], try await api.make(below + "/notes", ["body": mark], "note.id"))
            made.set(
                ["taskId"],
                try await api.make(
                    below + "/tasks", ["title": mark, "dueDate": "2026-12-01T09:00:00.000Z", "completed": false],
                    "task.id"))
            made.set(
                ["linkId"], try await api.make("/links/", ["name": mark, "redirectTo": "https://s.example"], "link.id"))
            let settings = "/locations/\(account.locationID)"
            made.set(
                ["fieldId", "customFields/id", "custom-fields/id"],
                try await api.make(settings + "/customFields", ["name": mark, "dataType": "TEXT"], "customField.id"))
            made.set(
                ["valueId", "customValues/id"],
                try await api.make(settings + "/customValues", ["name": mark, "value": mark], "customValue.id"))
            made.set(["tagId"], try await api.make(settings + "/tags", ["name": mark + "2"], "tag.id"))
            let pipeline = try await crm.pipelines.all(account.id).first
            made.set(["pipelineId"], pipeline?.id.rawValue)
            made.set(["pipelineStageId"], pipeline?.stages.first?.id.rawValue)
            made.set(
                ["opportunities/id"],
                try await api.make(
                    "/opportunities/",
                    [
                        "name": mark, "status": "open", "contactId": contact ?? "",
                        "pipelineId": pipeline?.id.rawValue ?? "",
                    ], "opportunity.id"))
        }
        let form = try await crm.forms.create(account.id, name: mark, now: now)
        made.set(["formId"], form.id.rawValue)
        let webhook = try await crm.webhooks.create(
            account.id, WebhookDraft(name: mark, url: "https://s.example/\(mark)", events: .all), by: .command, now: now
        )
        made.set(["webhookId"], webhook.id.rawValue)
        made.set(["eventId"], try await crm.webhooks.test(account.id, webhook.id, now: now).rawValue)
        return Stranger(account: account, ids: made.ids)
    }

    private struct Maker {
        let client: any TestClientProtocol
        let token: String
        let location: String

        /// The id of what was made, at a path of keys; nil where the server makes no such thing.
        func make(_ path: String, _ body: [String: Any], _ id: String) async throws -> String? {
            var body = body
            if !path.hasPrefix("/locations/"), !path.contains("/notes"), !path.contains("/tasks") {
                body["locationId"] = location
            }
            let data = try JSONSerialization.data(withJSONObject: body)
            let response = try await client.executeRequest(
                uri: path, method: .post,
                headers: [.contentType: "application/json", .authorization: "Bearer \(token)"],
                body: ByteBuffer(bytes: data))
            let json = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
            return id.split(separator: ".").reduce(json as Any?) { ($0 as? [String: Any])?[String($1)] } as? String
        }
    }
}
