import CRM
import Foundation
import Hummingbird

/// A request that was let in, about one account: parameters and body are of the operation's shape.
struct APICall: Sendable {
    let account: Account
    let token: Token
    let incoming: IncomingCall

    var now: Milliseconds { incoming.now }
    var version: APIVersion { incoming.version }
    var query: FormBody { incoming.query }
    var body: WireValue { incoming.body }
    var bytes: [UInt8] { incoming.bytes }
    /// Reads the body's fields one by one.
    var fields: RequestFields { RequestFields(incoming.body) }

    /// Who writes, as a contact's record tells it.
    var maker: ContactMaker { .token(name: token.name) }

    /// The parameter of the path with that name.
    ///
    /// - Throws: `APIError.missing`.
    func id<Noun>(_ name: String, _ noun: Noun.Type = Noun.self) throws(APIError) -> Identifier<Noun> {
        Identifier(rawValue: try incoming.path(name))
    }
}

/// A request that was let in, about the agency.
struct AgencyCall: Sendable {
    let token: Token
    let incoming: IncomingCall

    var now: Milliseconds { incoming.now }
    var query: FormBody { incoming.query }
    var body: WireValue { incoming.body }
}

/// What a request brings: it was checked against its operation, and nobody was asked yet whether it may.
struct IncomingCall: Sendable {
    let request: Request
    let context: WebContext
    let version: APIVersion
    let now: Milliseconds
    let query: FormBody
    /// Null where the operation takes none.
    let body: WireValue
    /// The body as it came, where the operation reads it by itself.
    let bytes: [UInt8]

    /// The parameter of the path with that name.
    func path(_ name: String) throws(APIError) -> String {
        guard let value = context.parameters.get(name)?.percentDecoded, !value.isEmpty else {
            throw .missing("Not found")
        }
        return value
    }

    /// The accounts that the request names, in its path, its query and its body.
    var locationIDs: [String] {
        [
            context.parameters.get("locationId"), query["locationId"]?.nonBlank,
            query["location_id"]?.nonBlank, body["locationId"]?.text?.nonBlank,
        ].compactMap { $0 }
    }
}
