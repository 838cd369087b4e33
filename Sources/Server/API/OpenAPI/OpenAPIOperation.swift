import HTTPTypes

/// An operation as the document shows it: the usual refusals stand beside its own answers.
struct OpenAPIOperation {
    let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    var value: OpenAPIValue {
        var members: [String: OpenAPIValue] = [
            "operationId": .text(operation.name), "summary": .text(operation.summary),
            "tags": .array([.text(operation.section.rawValue)]),
            "description": .text("Scope: `\(operation.scope.rawValue)`"), "parameters": .array(parameters),
            "responses": .object(answers),
        ]
        switch operation.body {
        case .none: break
        case .object(let schema), .freeObject(let schema), .document(let schema, _):
            members["requestBody"] = Self.body("application/json", schema)
        case .csv: members["requestBody"] = Self.body("text/csv", .string)
        }
        return .object(members)
    }

    private static func body(_ type: String, _ schema: JSONSchema) -> OpenAPIValue {
        .object([
            "required": .bool(true), "content": .object([type: .object(["schema": schema.document])]),
        ])
    }

    /// Every shape that it shows.
    static func schemas(_ operation: Operation) -> [JSONSchema] {
        let body: [JSONSchema] =
            switch operation.body {
            case .none, .csv: []
            case .object(let schema), .freeObject(let schema), .document(let schema, _): [schema]
            }
        return body + operation.query.map(\.schema) + operation.answers.compactMap(\.schema) + [.refusal]
    }

    private var parameters: [OpenAPIValue] {
        operation.pathParameters.map { name in
            .object([
                "name": .text(name), "in": "path", "required": .bool(true), "schema": JSONSchema.string.document,
            ])
        }
            + operation.query.map { parameter in
                .object([
                    "name": .text(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
                    "description": .text(parameter.note), "schema": parameter.schema.document,
                ])
            }
    }

    private var answers: [String: OpenAPIValue] {
        let all = operation.answers + usualRefusals.map { Operation.Answer.refusal($0.0, $0.1) }
        return Dictionary(
            all.map { answer in
                var shown: [String: OpenAPIValue] = ["description": .text(answer.note)]
                if let schema = answer.schema {
                    shown["content"] = .object([answer.mediaType: .object(["schema": schema.document])])
                }
                return ("\(answer.status.code)", .object(shown))
            }, uniquingKeysWith: { first, _ in first })
    }

    private var usualRefusals: [(HTTPResponse.Status, String)] {
        var refusals: [(HTTPResponse.Status, String)] = [
            (.unauthorized, "The token is missing or wrong"),
            (.forbidden, "The token is for another account, or lacks the scope"),
            (.tooManyRequests, "Over the limit; `Retry-After` says when to go on"),
            (.serviceUnavailable, "The database is away for a moment"),
            (.badRequest, "The request makes no sense, or its body is not JSON"),
            (.notFound, "There is no such thing in the account"),
            (.unprocessableContent, "A field or parameter is not valid; `message` names each one"),
        ]
        if case .none = operation.body { return refusals }
        refusals.append((.contentTooLarge, "The body is too large"))
        return refusals
    }
}
