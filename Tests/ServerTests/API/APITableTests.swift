import CRM
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Server

/// The table that the router and the document are made of.
@Suite struct APITableTests {
    @Test func `no two operations share an address or a name`() {
        let operations = AnswerContract.operations
        #expect(!operations.isEmpty)
        let addresses = Dictionary(grouping: operations) { "\($0.method) \($0.path)" }
        #expect(addresses.filter { $0.value.count > 1 }.keys.sorted() == [])
        let names = Dictionary(grouping: operations, by: \.name)
        #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test func `every parameter in the path of an account's operation is in braces, and named once`() {
        for operation in AnswerContract.operations {
            let names = operation.pathParameters
            #expect(Set(names).count == names.count, "\(operation.path)")
            #expect(operation.query.allSatisfy { !names.contains($0.name) }, "\(operation.path)")
            #expect(!operation.answers.isEmpty, "\(operation.path)")
        }
    }

    @Test func `shapes of the same name are the same shape`() {
        var found: [String: String] = [:]
        for schema in AnswerContract.operations.flatMap(OpenAPIOperation.schemas) {
            schema.visitNamed { name, shape in
                let text = "\(shape)"
                if let other = found[name] { #expect(other == text, "\(name)") }
                found[name] = text
            }
        }
    }

    @Test func `the document is served to everybody, and each reference in it leads somewhere`() async throws {
        try await TestServer().test { client in
            let response = try await client.executeRequest(uri: "/openapi.json", method: .get, headers: [:], body: nil)
            #expect(response.status == .ok)
            let text = String(buffer: response.body)
            let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
            let components = json["components"] as? [String: Any] ?? [:]
            let schemas = (components["schemas"] as? [String: Any] ?? [:]).keys
            let references = text.matches(of: /#\/components\/schemas\/([^"]+)/).map { String($0.output.1) }
            #expect(Set(references).subtracting(schemas) == [])
            let paths = json["paths"] as? [String: [String: Any]] ?? [:]
            let oauth = ["/oauth/token", "/oauth/revoke"]
            #expect(oauth.allSatisfy { paths[$0]?["post"] != nil })
            let table = paths.filter { !oauth.contains($0.key) }
            #expect(table.values.reduce(0) { $0 + $1.count } == AnswerContract.operations.count)
        }
    }

    @Test func `a body is refused with every field that is wrong`() {
        let schema = JSONSchema.object([
            .required("name", .string(of: 1...5)), .optional("age", .integer(0...150)),
            .optional("kind", .choice(["lead", "customer"])),
            .optional("lines", .array(.object([.required("text", .string)]))),
            .optional("on", .boolean), .optional("note", .string.orNull),
        ])
        let body = WireReader.read(
            Array(#"{"name":"abcdefg","age":"200","kind":"x","lines":[{"text":"a"},{}],"on":"maybe"}"#.utf8))
        #expect(
            schema.problems(in: body ?? .null, called: "") == [
                "name must have at most 5 characters", "age must not be greater than 150",
                "kind must be one of lead, customer", "lines.1.text must not be empty", "on must be a boolean",
            ])
    }

    @Test(arguments: [
        #"{"name":5}"#, #"{"name":"a","age":"20"}"#, #"{"name":"a","age":null,"note":null}"#,
        #"{"name":true,"on":"true","other":{}}"#,
    ])
    func `a client's own idea of a type is taken`(body: String) {
        let schema = JSONSchema.object([
            .required("name", .string), .optional("age", .integer), .optional("on", .boolean),
            .optional("note", .string.orNull),
        ])
        #expect(schema.problems(in: WireReader.read(Array(body.utf8)) ?? .null, called: "") == [])
    }
}

extension JSONSchema {
    /// Every shape with a name in this one, itself included.
    fileprivate func visitNamed(_ visit: (String, JSONSchema) -> Void) {
        switch kind {
        case .any, .string, .choice, .integer, .number, .boolean, .reference: break
        case .array(let element), .map(let element): element.visitNamed(visit)
        case .object(let members): for member in members { member.schema.visitNamed(visit) }
        case .either(let schemas): for schema in schemas { schema.visitNamed(visit) }
        case .named(let name, let schema):
            visit(name, schema)
            schema.visitNamed(visit)
        }
    }
}
