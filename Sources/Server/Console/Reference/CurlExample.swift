import HTTPTypes

/// An operation as a command for a shell: what has to be filled in stands in capitals.
struct CurlExample {
    let baseURL: String
    let locationID: String

    func text(_ operation: Operation) -> String {
        var lines = ["curl -sS \"\(baseURL)\(path(operation))\" \\", "  -H \"Authorization: Bearer $TOKEN\""]
        if operation.method != .get, operation.method != .post || !hasBody(operation) {
            lines[0] = lines[0].replacing("curl -sS", with: "curl -sS -X \(operation.method.rawValue)")
        }
        switch operation.body {
        case .none: break
        case .object(let schema), .freeObject(let schema):
            lines[1] += " -H 'Content-Type: application/json' \\"
            lines.append("  -d '\(schema.example(indentedBy: "  "))'")
        case .document:
            lines[1] += " -H 'Content-Type: application/json' \\"
            lines.append("  --data-binary @FILE")
        case .csv:
            lines[1] += " -H 'Content-Type: text/csv' \\"
            lines.append("  --data-binary @FILE")
        }
        return lines.joined(separator: "\n")
    }

    private func hasBody(_ operation: Operation) -> Bool {
        if case .none = operation.body { false } else { true }
    }

    private func path(_ operation: Operation) -> String {
        let path = operation.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard part.hasPrefix("{") else { return String(part) }
            return part == "{locationId}" ? locationID : Self.capitals(String(part.dropFirst().dropLast()))
        }
        let required = operation.query.filter(\.isRequired).map { "\($0.name)=\(Self.capitals($0.name))" }
        return path.joined(separator: "/") + (required.isEmpty ? "" : "?" + required.joined(separator: "&"))
    }

    /// `contactId` as `CONTACT_ID`.
    private static func capitals(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if character.isUppercase { text += "_" }
            text += character.uppercased()
        }
    }
}
