import Foundation
import Testing

@testable import Attribution

/// A landing as it is met in the wild, and what both rule sets must say of it.
struct RealWorldCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Expectation: Decodable, Sendable, Equatable {
        let source: Source
        let rule: String
    }

    let name: String
    /// Where its odd shape comes from: a platform's documentation, a browser, a standard, a habit.
    let from: String
    let url: String
    let referrer: String
    let userAgent: String?
    let ownDomains: [String]?
    let classic: Expectation
    let extended: Expectation

    var testDescription: String { name }

    func expectation(of ruleSet: RuleSet) -> Expectation {
        switch ruleSet {
        case .classic: classic
        case .extended: extended
        }
    }

    /// Every case of a topic, `Data/cases/<topic>.json`.
    static func cases(about topic: String) throws -> [RealWorldCase] {
        let folder = Bundle.module.url(forResource: "cases", withExtension: nil, subdirectory: "Data")
        let file = try #require(folder).appending(path: "\(topic).json")
        return try JSONDecoder().decode([RealWorldCase].self, from: Data(contentsOf: file))
    }
}
