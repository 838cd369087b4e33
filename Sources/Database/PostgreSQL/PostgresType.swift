import CLibPQ

/// The types of PostgreSQL that cross the seam, by the numbers its catalogue gives them.
enum PostgresType: Oid {
    case bool = 16
    case bytea = 17
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case oid = 26
    case json = 114
    case float4 = 700
    case float8 = 701
    case unknown = 705
    case bpchar = 1042
    case varchar = 1043
    case numeric = 1700
    case void = 2278

    /// The type of a value nobody else knows the type of.
    init(of value: SQLValue) {
        switch value {
        case .integer: self = .int8
        case .real: self = .float8
        case .blob: self = .bytea
        case .text, .null: self = .text
        }
    }

    /// What a list of values of this type is sent as: whole numbers as the widest.
    var element: (name: String, type: PostgresType)? {
        switch self {
        case .bool: ("boolean", .bool)
        case .bytea: ("bytea", .bytea)
        case .int2, .int4, .int8, .oid: ("bigint", .int8)
        case .float4, .float8: ("double precision", .float8)
        case .text, .name, .unknown, .bpchar, .varchar: ("text", .text)
        case .json, .numeric, .void: nil
        }
    }
}
