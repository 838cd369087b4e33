import CRM
import Foundation
import Hummingbird

/// An account's trigger links, for programs.
struct LinksController: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    /// `GET /links/`
    func list(_ call: APICall) async throws -> Response {
        try .json(WireLinks(try await crm.links.all(call.account.id), call.account))
    }

    /// `GET /links/search`
    func search(_ call: APICall) async throws -> Response {
        let search = LinkSearch(call.query)
        return try .json(WireLinks(search.page(of: try await crm.links.all(call.account.id)), call.account))
    }

    /// `GET /links/id/<link>`
    func show(_ call: APICall) async throws -> Response {
        let link = try await crm.links.link(call.account.id, try call.id("linkId"))
        return try .json(WireSingleLink(link: WireLink(link, call.account)))
    }

    /// `POST /links/`
    func create(_ call: APICall) async throws -> Response {
        let wish = LinkWish(call.body)
        let link = try await Self.answering {
            try await crm.links.create(
                call.account.id, name: wish.name, target: wish.target, by: call.linkEditor, now: call.now)
        }
        return try .json(WireSingleLink(link: WireLink(link, call.account)), status: .created)
    }

    /// `PUT /links/<link>`
    func update(_ call: APICall) async throws -> Response {
        let wish = LinkWish(call.body)
        let id: LinkID = try call.id("linkId")
        let link = try await Self.answering {
            try await crm.links.update(
                call.account.id, id, name: wish.name, target: wish.target, by: call.linkEditor, now: call.now)
        }
        return try .json(WireSingleLink(link: WireLink(link, call.account)))
    }

    /// `DELETE /links/<link>`
    func delete(_ call: APICall) async throws -> Response {
        try await crm.links.delete(call.account.id, try call.id("linkId"), by: call.linkEditor, now: call.now)
        return try .json(WireSucceeded())
    }

    /// `GET /links/<link>/contacts/<contact>`
    func address(_ call: APICall) async throws -> Response {
        let link = try await crm.links.link(call.account.id, try call.id("linkId"))
        let contact = try await crm.contacts.detail(call.account.id, try call.id("contactId")).contact.id
        return try .json(
            WireLinkOfContact(
                link: WireLink(link, call.account), contactId: contact.rawValue,
                url: publicURL.text + Links.path(of: link, for: contact, of: call.account)))
    }

    private static func answering(_ work: () async throws -> TriggerLink) async throws -> TriggerLink {
        do {
            return try await work()
        } catch let error as InvalidLink {
            throw APIError.invalid(error.problems.map { "\($0.apiField): \($0.message)" })
        }
    }
}

/// What a client says of a link.
private struct LinkWish {
    let name: String
    let target: String

    init(_ body: WireValue) {
        name = body["name"]?.text ?? ""
        target = body["redirectTo"]?.text ?? ""
    }
}

extension LinkProblem {
    fileprivate var apiField: String { self == .name ? "name" : "redirectTo" }
}

extension APICall {
    fileprivate var linkEditor: AuditActor { .token(token.id, name: token.name) }
}
