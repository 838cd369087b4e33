/// A rule book as people exchange and store it: JSON without the revision, which belongs to the account.
///
/// ```
/// {"version": 1, "ruleSet": "extended", "rules": [
///   {"name": "Podcast", "after": "4", "when": [{"parameter": "utm_source", "is": "equals", "value": "podcast"}],
///    "source": "referral", "subLabel": "Podcasts"}]}
/// ```
public struct RuleBookDocument: Sendable, Equatable {
    /// The version of the form; a document of another one is refused.
    public static let version = 1
    public static let byteLimit = 1 << 20

    public enum Key: String, Sendable, CaseIterable {
        case version, ruleSet, rules
    }

    public let ruleSet: RuleSet
    public let rules: [OwnRule]

    public init(_ book: RuleBook) {
        ruleSet = book.ruleSet
        rules = book.ownRules
    }

    /// The book, under the number that the account published it with.
    public func book(revision: Int? = nil) -> RuleBook {
        RuleBook(ruleSet, ownRules: rules, revision: revision)
    }

    /// Reads a JSON text; a refusal names every place that is wrong, not only the first.
    public static func read(_ json: some Collection<UInt8>) -> Result<RuleBookDocument, RuleBookProblems> {
        guard json.count <= byteLimit else { return .failure(RuleBookProblems([.overlong])) }
        do {
            var reader = JSONReader(json)
            return RuleBookReader.read(try reader.document())
        } catch {
            let place = RuleBookPlace.text(line: error.line, column: error.column)
            return .failure(RuleBookProblems([RuleBookProblem(place, error.text)]))
        }
    }

    /// The document as text; equal books give equal texts, byte for byte.
    public var json: String { value.text }
}

extension RuleBookDocument: Codable {
    /// Throws `RuleBookProblems` for what is JSON and no rule book.
    public init(from decoder: any Decoder) throws {
        self = try RuleBookReader.read(JSONValue(from: decoder)).get()
    }

    public func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }
}

extension RuleBookProblem {
    static let overlong = RuleBookProblem(
        .book(key: nil), "must not be longer than \(RuleBookDocument.byteLimit) bytes (1 MiB)")
}
