import CRM
import Foundation
import Hummingbird

/// Which contacts a client asks for.
struct ContactListRequest {
    let locationID: String?
    let search: String?
    let limit: Int
    let startAfter: Milliseconds?
    let startAfterID: String?

    private static let mostContacts = 100

    init(_ request: Request) throws(APIError) {
        // A query is written like the body of a form.
        let query = FormBody(request.uri.query ?? "")
        func value(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        var problems: [String] = []
        locationID = value("locationId")
        search = value("query")
        let limit = value("limit").map { Int($0) } ?? 20
        if limit == nil { problems.append("limit must be a number") }
        if let limit, limit < 1 { problems.append("limit must not be less than 1") }
        if let limit, limit > Self.mostContacts {
            problems.append("limit must not be greater than \(Self.mostContacts)")
        }
        self.limit = limit ?? 20
        let after = value("startAfter")
        startAfter = after.flatMap { Milliseconds($0) }
        if after != nil, startAfter == nil { problems.append("startAfter must be a number of milliseconds") }
        startAfterID = value("startAfterId")
        if !problems.isEmpty { throw .invalid(problems) }
    }

    /// The address of the page that follows.
    func url(after cursor: ContactCursor, of account: Account, _ publicURL: PublicURL) -> String {
        var items = [
            URLQueryItem(name: "locationId", value: account.locationID), URLQueryItem(name: "limit", value: "\(limit)"),
            URLQueryItem(name: "startAfter", value: "\(cursor.createdAt)"),
            URLQueryItem(name: "startAfterId", value: cursor.id.rawValue),
        ]
        if let search { items.append(URLQueryItem(name: "query", value: search)) }
        var parts = URLComponents()
        parts.queryItems = items
        // A plus sign would be read as a space.
        let encoded = (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
        return "\(publicURL)/contacts/?\(encoded)"
    }
}
