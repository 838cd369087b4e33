import CRM
import Database
import Foundation
import HTTPTypes

@testable import Server

/// What `/openapi.json` promises of an answer, compared with the answer itself.
enum AnswerContract {
    /// The operations of the API; nobody calls them, so the database behind them is empty.
    static let operations: [Server.Operation] = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "contract-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let database = try? Database(url: "sqlite:\(folder.path)/empty.sqlite"),
            let url = PublicURL("https://leads.example")
        else {
            return []
        }
        return APITable(crm: CRM(database: database), settings: ServerSettings(publicURL: url)).operations
    }()

    /// What the answer has that the document does not say, or the other way round.
    static func mismatches(_ method: HTTPRequest.Method, _ uri: String, status: Int, body: Any) -> [String] {
        let path = uri.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard let operation = operation(method, path) else { return [] }
        let call = "\(method) \(operation.path) \(status)"
        guard let answer = operation.answers.first(where: { $0.status.code == status }) else {
            return usualRefusals.contains(status) ? [] : ["\(call): the document does not know this status"]
        }
        return answer.schema.map { $0.mismatches(with: body, at: call) } ?? []
    }

    private static let usualRefusals = [400, 401, 403, 404, 413, 422, 429, 503]

    /// The operation of a path; words of the path go before parameters.
    private static func operation(_ method: HTTPRequest.Method, _ path: [String]) -> Server.Operation? {
        let fitting = operations.filter { operation in
            let parts = operation.path.split(separator: "/")
            return operation.method == method && parts.count == path.count
                && zip(parts, path).allSatisfy { $0.hasPrefix("{") || String($0) == $1 }
        }
        return fitting.min { $0.pathParameters.count < $1.pathParameters.count }
    }
}

extension JSONSchema {
    /// Where a value is not exactly of this shape; members that nobody documented count.
    func mismatches(with value: Any, at place: String) -> [String] {
        if value is NSNull {
            if case .any = kind { return [] }
            return isNullable ? [] : ["\(place) is null"]
        }
        switch kind {
        case .any, .reference: return []
        case .named(_, let schema): return schema.mismatches(with: value, at: place)
        case .string: return value is String ? [] : ["\(place) is no string"]
        case .choice(let texts):
            return (value as? String).map(texts.contains) == true ? [] : ["\(place) is not one of \(texts)"]
        case .integer: return Self.isNumber(value, whole: true) ? [] : ["\(place) is no whole number"]
        case .number: return Self.isNumber(value, whole: false) ? [] : ["\(place) is no number"]
        case .boolean: return Self.isBoolean(value) ? [] : ["\(place) is no boolean"]
        case .array(let element):
            guard let values = value as? [Any] else { return ["\(place) is no array"] }
            return values.enumerated().flatMap { element.mismatches(with: $1, at: "\(place).\($0)") }
        case .object(let members):
            guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
            return Self.mismatches(of: object, members, at: place)
        case .map(let element):
            guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
            return object.flatMap { element.mismatches(with: $1, at: "\(place).\($0)") }
        case .either(let schemas):
            let findings = schemas.map { $0.mismatches(with: value, at: place) }
            return findings.contains { $0.isEmpty } ? [] : findings.first ?? []
        }
    }

    private static func mismatches(of object: [String: Any], _ members: [Member], at place: String) -> [String] {
        let known = Set(members.map(\.name))
        let unknown = object.keys.filter { !known.contains($0) }.sorted().map { "\(place).\($0) is not documented" }
        return unknown
            + members.flatMap { member -> [String] in
                guard let value = object[member.name] else {
                    return member.isRequired ? ["\(place).\(member.name) is missing"] : []
                }
                return member.schema.mismatches(with: value, at: "\(place).\(member.name)")
            }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return ["c", "B"].contains(String(cString: number.objCType))
    }

    private static func isNumber(_ value: Any, whole: Bool) -> Bool {
        guard let number = value as? NSNumber, !isBoolean(value) else { return false }
        return !whole || number.doubleValue == number.doubleValue.rounded()
    }
}
