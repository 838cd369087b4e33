/// What a JSON value has to be: requests are checked by it, and `/openapi.json` shows it.
struct JSONSchema: Sendable {
    indirect enum Kind: Sendable {
        case any
        /// - Parameters:
        ///   - format: as JSON Schema names it, like `date-time`; it is shown, not checked.
        case string(format: String?, lengths: ClosedRange<Int>?)
        /// One of these texts.
        case choice([String])
        case integer(ClosedRange<Int64>?)
        case number
        case boolean
        case array(JSONSchema)
        case object([Member])
        /// An object whose members have names of their own, all of that shape.
        case map(JSONSchema)
        /// One of several shapes.
        case either([JSONSchema])
        /// A shape with a name, which stands in the document once.
        case named(String, JSONSchema)
        /// A named shape inside itself.
        case reference(String)
    }

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        let schema: JSONSchema
        let isRequired: Bool

        static func required(_ name: String, _ schema: JSONSchema) -> Member {
            Member(name: name, schema: schema, isRequired: true)
        }

        static func optional(_ name: String, _ schema: JSONSchema) -> Member {
            Member(name: name, schema: schema, isRequired: false)
        }
    }

    let kind: Kind
    var isNullable = false
    var note: String?

    init(_ kind: Kind) { self.kind = kind }

    /// The same, or null.
    var orNull: JSONSchema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    /// The same with a sentence about it.
    func noted(_ note: String) -> JSONSchema {
        var schema = self
        schema.note = note
        return schema
    }
}

extension JSONSchema {
    static let any = JSONSchema(.any)
    static let string = JSONSchema(.string(format: nil, lengths: nil))
    /// ISO 8601 in UTC with milliseconds.
    static let time = JSONSchema(.string(format: "date-time", lengths: nil))
    static let integer = JSONSchema(.integer(nil))
    static let number = JSONSchema(.number)
    static let boolean = JSONSchema(.boolean)
    static let anyObject = JSONSchema(.map(.any))

    static func string(of lengths: ClosedRange<Int>) -> JSONSchema {
        JSONSchema(.string(format: nil, lengths: lengths))
    }
    static func integer(_ range: ClosedRange<Int64>) -> JSONSchema { JSONSchema(.integer(range)) }
    static func choice(_ texts: [String]) -> JSONSchema { JSONSchema(.choice(texts)) }
    static func array(_ element: JSONSchema) -> JSONSchema { JSONSchema(.array(element)) }
    static func either(_ schemas: JSONSchema...) -> JSONSchema { JSONSchema(.either(schemas)) }
    static func reference(_ name: String) -> JSONSchema { JSONSchema(.reference(name)) }

    /// An object without a name.
    static func object(_ members: [Member]) -> JSONSchema { JSONSchema(.object(members)) }

    /// An object that the document lists under `name`.
    static func object(_ name: String, _ members: [Member]) -> JSONSchema {
        JSONSchema(.named(name, .object(members)))
    }

    /// The body of every refusal.
    static let refusal = JSONSchema.object(
        "Refusal",
        [
            .required("statusCode", .integer), .required("message", .either(.string, .array(.string))),
            .required("error", .string), .required("traceId", .string.noted("The request's id in the server's log")),
            .optional("meta", .anyObject),
        ])
}
