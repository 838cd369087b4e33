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
            members["requestBody"] = .object([
                "required": .bool(true),
                "content": .object(["application/json": .object(["schema": schema.document])]),
            ])
        }
        return .object(members)
    }

    /// Every shape that it shows.
    static func schemas(_ operation: Operation) -> [JSONSchema] {
        let body: [JSONSchema] =
            switch operation.body {
            case .none: []
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
        let own = operation.answers.map { ($0.status, $0.note, $0.schema) }
        let all = own + usualRefusals.map { ($0.0, $0.1, JSONSchema.refusal) }
        return Dictionary(
            all.map { status, note, schema in
                var answer: [String: OpenAPIValue] = ["description": .text(note)]
                if let schema {
                    answer["content"] = .object(["application/json": .object(["schema": schema.document])])
                }
                return ("\(status.code)", .object(answer))
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
