import Crypto
import Foundation

/// The secret that lets a scraper read the metrics from elsewhere; what is kept of it is a digest.
public struct MetricsToken: Sendable, Equatable {
    public static let shortest = 16

    private let digest: SHA256.Digest

    /// Nil for what is too short to be a secret, or cannot stand in a header.
    public init?(_ text: String) {
        guard (Self.shortest...256).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        digest = SHA256.hash(data: Data(text.utf8))
    }

    /// Whether an `Authorization` header carries it; the comparison takes the same time wherever they differ.
    func isIn(_ authorization: String?) -> Bool {
        guard let authorization, authorization.prefix(7).lowercased() == "bearer " else { return false }
        return SHA256.hash(data: Data(authorization.dropFirst(7).utf8)) == digest
    }
}
