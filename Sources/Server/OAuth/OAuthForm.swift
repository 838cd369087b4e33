import CRM
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What an app sends to the token endpoint: a form, or JSON, as some clients do.
struct OAuthForm: Sendable {
    private let values: [String: String]
    private let authorization: String?

    private static let longest = 16 << 10

    /// - Throws: `OAuthError.invalidRequest` for what neither is, and for a parameter that stands there twice.
    init(_ request: Request) async throws {
        let bytes = try await Self.bytes(request)
        self.init(values: try Self.values(bytes, request.headers[.contentType]), request.headers[.authorization])
    }

    private init(values: [String: String], _ authorization: String?) {
        self.values = values
        self.authorization = authorization
    }

    /// An absent and an empty parameter are the same (RFC 6749, section 3.2).
    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Who the app says it is: in the header (RFC 6749, section 2.3.1) or in the form, and not in both.
    var credentials: AppCredentials {
        get throws {
            guard let authorization, authorization.lowercased().hasPrefix("basic ") else {
                guard let id = self["client_id"] else { throw OAuthError.invalidClient }
                return AppCredentials(id: AppID(rawValue: id), secret: self["client_secret"])
            }
            guard self["client_secret"] == nil else { throw OAuthError.invalidRequest("Two ways to say who it is") }
            guard let data = Data(base64Encoded: authorization.dropFirst(6).trimmingCharacters(in: .whitespaces)),
                let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":"),
                let id = text[..<colon].percentDecoded,
                let secret = text[text.index(after: colon)...].percentDecoded
            else { throw OAuthError.invalidClient }
            return AppCredentials(id: AppID(rawValue: id), secret: secret.isEmpty ? nil : secret)
        }
    }

    private static func bytes(_ request: Request) async throws -> [UInt8] {
        do {
            return Array(buffer: try await request.body.collect(upTo: longest))
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw OAuthError.invalidRequest("The body is too large")
        }
    }

    /// The parameters of a body.
    static func values(_ bytes: [UInt8], _ contentType: String?) throws -> [String: String] {
        guard contentType?.lowercased().hasPrefix("application/json") == true else {
            let form = FormBody(String(decoding: bytes, as: UTF8.self))
            return try form.values.mapValues { values in
                guard values.count == 1 else { throw OAuthError.invalidRequest("A parameter stands there twice") }
                return values[0]
            }
        }
        guard case .object(let members)? = WireReader.read(bytes) else {
            throw OAuthError.invalidRequest("The body is not a JSON object")
        }
        return Dictionary(members.map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { first, _ in first })
    }
}
