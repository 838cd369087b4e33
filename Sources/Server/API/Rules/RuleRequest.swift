import CRM
import Hummingbird
import NIOCore

/// What the requests about rules have in common.
enum RuleRequest {
    /// A rule book of a mebibyte, and what stands around it.
    private static let longestBody = 2 << 20

    static func bytes(_ request: Request) async throws -> [UInt8] {
        do {
            return Array(buffer: try await request.body.collect(upTo: longestBody))
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw APIError.tooLarge
        }
    }

    static func object(_ request: Request) async throws -> WireValue {
        guard let value = WireReader.read(try await bytes(request)) else { throw APIError.notJSON }
        guard case .object = value else { throw APIError.invalid(["body must be an object"]) }
        return value
    }

    /// Does something to the rules; what stands in its way is told as the API tells things.
    static func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch RuleError.invalid(let problems) {
            throw APIError.invalid(problems.map(\.description))
        } catch let error as RuleError {
            throw APIError.conflict(error.description)
        }
    }
}
