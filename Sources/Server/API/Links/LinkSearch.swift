import CRM
import Foundation

/// Which links, by a part of the name in any case, and which page of them.
struct LinkSearch {
    let words: String
    let skip: Int
    let limit: Int

    static let parameters: [APIParameter] = [
        .optional("query", .string, "A part of the name, in any case"),
        .optional("skip", .integer(0...100_000), "How many to leave out; 0 when left out"),
        .optional("limit", .integer(1...100), "20 when left out"),
    ]

    init(_ query: FormBody) {
        words = query["query"]?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        skip = query["skip"].flatMap { Int($0) } ?? 0
        limit = query["limit"].flatMap { Int($0) } ?? 20
    }

    /// An account has at most a thousand links.
    func page(of links: [TriggerLink]) -> [TriggerLink] {
        Array(
            links.filter { words.isEmpty || $0.name.lowercased().contains(words) }.dropFirst(skip).prefix(limit))
    }
}
