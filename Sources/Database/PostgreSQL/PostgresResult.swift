import CLibPQ

/// The answer to one statement, in the server's binary form.
final class PostgresResult {
    private let result: OpaquePointer
    let count: Int
    private let types: [PostgresType?]

    /// Takes the result over.
    init(_ result: OpaquePointer) {
        self.result = result
        count = Int(PQntuples(result))
        types = (0..<PQnfields(result)).map { PostgresType(rawValue: PQftype(result, $0)) }
    }

    deinit { PQclear(result) }

    var status: ExecStatusType { PQresultStatus(result) }

    /// How many rows the statement changed, or found.
    var changes: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// How much memory it takes.
    var size: Int { PQresultMemorySize(result) }

    /// The word with which the server names what it has done.
    var tag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// Where each column stands, by its name; of two with the same name the first.
    var columns: [String: Int] {
        let names = (0..<PQnfields(result)).map { (PQfname(result, $0).map { String(cString: $0) } ?? "", Int($0)) }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    var parameterTypes: [PostgresType?] {
        (0..<PQnparams(result)).map { PostgresType(rawValue: PQparamtype(result, $0)) }
    }

    /// A field of an error's report: see libpq's `PQresultErrorField`.
    func diagnosis(_ field: Unicode.Scalar) -> String? {
        PQresultErrorField(result, CInt(field.value)).map { String(cString: $0) }
    }

    func values(_ row: Int) throws -> [SQLValue] {
        try types.indices.map { try value(row, $0) }
    }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, CInt(row), CInt(column)) == 1 }

    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, CInt(row), CInt(column)),
            count: Int(PQgetlength(result, CInt(row), CInt(column))))
    }

    /// The whole number in a column; 0 for everything else.
    func integer(_ row: Int, _ column: Int) -> Int64 {
        guard !isNull(row, column), case .integer(let number) = try? value(row, column) else { return 0 }
        return number
    }

    private func value(_ row: Int, _ column: Int) throws -> SQLValue {
        guard !isNull(row, column) else { return .null }
        let bytes = bytes(row, column)
        switch types[column] {
        case .int8: return .integer(bytes.bigEndian())
        case .int4: return .integer(Int64(bytes.bigEndian(as: Int32.self)))
        case .int2: return .integer(Int64(bytes.bigEndian(as: Int16.self)))
        case .oid: return .integer(Int64(bytes.bigEndian(as: UInt32.self)))
        case .bool: return .integer(bytes.first == 0 ? 0 : 1)
        case .float8: return .real(Double(bitPattern: bytes.bigEndian()))
        case .float4: return .real(Double(Float(bitPattern: bytes.bigEndian())))
        case .numeric: return PostgresNumeric(bytes).value
        case .text, .varchar, .bpchar, .name, .unknown, .json: return .text(String(decoding: bytes, as: UTF8.self))
        case .bytea: return .blob(Array(bytes))
        case .void: return .null
        case nil:
            let name = PQfname(result, CInt(column)).map { String(cString: $0) } ?? ""
            throw DatabaseError.column(name: name, expected: "a number, a text, a truth or bytes")
        }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func bigEndian<Number: FixedWidthInteger>(as _: Number.Type = Number.self) -> Number {
        Number(bigEndian: loadUnaligned(as: Number.self))
    }
}
