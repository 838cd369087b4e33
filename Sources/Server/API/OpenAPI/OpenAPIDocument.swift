import Foundation
import HTTPTypes
import NIOCore

/// The API's description in OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1), made of the table that the router is made of.
struct OpenAPIDocument: Sendable {
    private let table: APITable
    private let publicURL: PublicURL

    init(_ table: APITable, publicURL: PublicURL) {
        self.table = table
        self.publicURL = publicURL
    }

    /// The document as JSON, its keys in alphabetical order.
    func json() throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(data: try encoder.encode(document))
    }

    private var document: OpenAPIValue {
        .object([
            "openapi": "3.1.0",
            "info": .object([
                "title": "Headwater", "version": "1", "description": .text(Self.description),
                "license": .object(["name": "Apache-2.0", "identifier": "Apache-2.0"]),
            ]),
            "servers": .array([.object(["url": .text("\(publicURL)")])]),
            "security": .array([.object(["token": .array([])])]),
            "tags": .array(sections.map { .object(["name": .text($0.rawValue)]) }),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(components),
                "securitySchemes": .object(["token": .object(["type": "http", "scheme": "bearer"])]),
            ]),
        ])
    }

    private static let description = """
        The addresses and names of HighLevel's API, with attribution readable, writable and filterable. \
        The header `Version` is read and not required.
        """

    private var sections: [APISection] {
        APISection.allCases.filter { section in table.operations.contains { $0.section == section } }
    }

    private var paths: [String: OpenAPIValue] {
        let served = Dictionary(grouping: table.operations, by: \.path).mapValues { operations in
            OpenAPIValue.object(
                Dictionary(
                    operations.map { ($0.method.rawValue.lowercased(), OpenAPIOperation($0).value) },
                    uniquingKeysWith: { first, _ in first }))
        }
        return served.merging(OAuthDocument.paths) { own, _ in own }
    }

    /// Every shape with a name, once.
    private var components: [String: OpenAPIValue] {
        var found: [String: OpenAPIValue] = [:]
        let schemas = table.operations.flatMap(OpenAPIOperation.schemas) + OAuthDocument.schemas
        for schema in schemas { schema.collectNamed(into: &found) }
        return found
    }
}
