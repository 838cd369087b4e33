import Crypto
import Foundation

/// Secrets that are compared and stored.
enum Secret {
    /// What is stored of a random secret: its SHA-256, from which it cannot be had back.
    static func hash(_ secret: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(secret.utf8)))
    }

    /// Compares without telling by its time where the first difference is.
    static func equal(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
