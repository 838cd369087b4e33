import CRM
import Foundation

/// Which contacts a client asks for.
struct ContactListRequest {
    let search: String?
    let limit: Int
    let startAfter: Milliseconds?
    let startAfterID: String?

    static let parameters: [APIParameter] = [
        .location,
        .optional("limit", .integer(1...100), "How many on a page, 20 unless given"),
        .optional("query", .string, "The beginnings of words in name, e-mail address, phone number or company"),
        .optional("startAfter", .integer, "`meta.startAfter` of the page before"),
        .optional("startAfterId", .string, "`meta.startAfterId` of the page before"),
    ]

    init(_ query: FormBody) {
        func value(_ name: String) -> String? { query[name]?.nonBlank }
        search = value("query")
        limit = value("limit").flatMap { Int($0) } ?? 20
        startAfter = value("startAfter").flatMap { Milliseconds($0) }
        startAfterID = value("startAfterId")
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
