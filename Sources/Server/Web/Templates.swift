import Assets
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// The embedded templates, compiled once at the start.
struct Templates: Sendable {
    /// Those of the binary, compiled once however many servers a process has.
    static let embedded = Result { try Templates(.embedded) }

    private let library: MustacheLibrary

    /// Registers every `*.mustache` under its path without the ending: `console/contact`.
    ///
    /// - Throws: a template's syntax error, at the start of the server and not at a visitor's.
    init(_ assets: Assets) throws {
        MustacheContentTypes.register(SafeHTML(), named: SafeHTML.name)
        var templates: [String: MustacheTemplate] = [:]
        for name in assets.names where name.hasSuffix(".mustache") {
            templates[String(name.dropLast(".mustache".count))] = try assets.text(name).map {
                try MustacheTemplate(string: $0)
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// A page from its model. Every text of the model is escaped by the template.
    func page(_ name: String, _ model: Any, status: HTTPResponse.Status = .ok) throws -> Response {
        guard let html = library.render(model, withTemplate: name) else { throw MissingTemplate(name: name) }
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    func render(_ name: String, _ model: Any) throws -> String {
        guard let html = library.render(model, withTemplate: name) else { throw MissingTemplate(name: name) }
        return html
    }
}

struct MissingTemplate: Error {
    let name: String
}
