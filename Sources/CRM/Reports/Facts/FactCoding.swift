import Crypto
import Database
import Foundation

/// Gives the words of a build their codes: those that the dictionaries have, and new ones for the others.
///
/// Whoever holds the lease is the only one who gives codes, so what is read here is still so when it is written.
struct FactCoding {
    private(set) var newValues: [FactBuild.Value] = []
    /// By dictionary, the code of each number; the first is that of the empty value.
    private var codes: [String: [UInt32]] = [:]

    init(_ connection: Connection, _ account: AccountID, _ words: [String: FactWords]) throws {
        for (field, words) in words.sorted(by: { $0.key < $1.key }) where !words.values.isEmpty {
            codes[field] = [0] + (try assign(connection, account, field, words.values))
        }
    }

    private mutating func assign(
        _ connection: Connection, _ account: AccountID, _ field: String, _ values: [String]
    ) throws -> [UInt32] {
        let digests = values.map(Self.digest)
        let known = try FactValueStore.codes(connection, account, field, digests)
        var last: Int?
        var codes: [UInt32] = []
        for (value, digest) in zip(values, digests) {
            if let code = known[digest] {
                codes.append(UInt32(code))
                continue
            }
            let code = try (last ?? FactValueStore.lastCode(connection, account, field)) + 1
            last = code
            codes.append(UInt32(code))
            newValues.append(FactBuild.Value(field: field, code: code, value: value, digest: digest))
        }
        return codes
    }

    static func digest(_ value: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(value.utf8)).prefix(16))
    }

    /// The rows of a draft with their codes.
    func coded(_ draft: FactDraft) -> FactColumns { FactColumns(draft, codes) }

    /// The columns of a part as they are stored.
    func columns(of draft: FactDraft, from stretch: FactStretch) -> [(name: String, data: [UInt8])] {
        coded(draft).stored(from: stretch.range.lowerBound)
    }
}
