import Foundation
import Testing

@testable import Attribution

@Suite("The published cases of the extended rules")
struct ExtendedVectorTests {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let url: String
        let referrer: String
        let userAgent: String?
        let ownDomains: [String]
        let source: Source
        let rule: String

        var testDescription: String { name }
    }

    static let vectors: [Vector] = {
        guard let url = Bundle.module.url(forResource: "extended", withExtension: "json", subdirectory: "Data"),
            let data = try? Data(contentsOf: url)
        else { return [] }
        return (try? JSONDecoder().decode([Vector].self, from: data)) ?? []
    }()

    @Test("all of them are there")
    func count() {
        #expect(Self.vectors.count == 9)
    }

    @Test("each gives its source by its rule", arguments: vectors)
    func verdict(_ vector: Vector) {
        let landing = Landing(url: vector.url, referrer: vector.referrer, userAgent: vector.userAgent)
        let verdict = Classifier(.extended).classify(landing, ownDomains: OwnDomains(vector.ownDomains))
        #expect(verdict.source == vector.source)
        #expect(verdict.rule.number == vector.rule)
    }
}
