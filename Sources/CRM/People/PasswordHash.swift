import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: scrypt (RFC 7914) with its parameters and salt beside it, so that they can be raised later.
struct PasswordHash: Sendable, RawRepresentable {
    /// `scrypt$<N>$<r>$<p>$<salt>$<hash>`, the last two in base 64.
    let rawValue: String

    /// How much work a try is.
    struct Cost: Sendable {
        let rounds: Int
        let blockSize: Int
        let parallelism: Int

        /// N = 2^15, r = 8, p = 3: 32 MiB a try, one of the settings OWASP's password storage sheet gives for scrypt.
        static let standard = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
    }

    init(rawValue: String) { self.rawValue = rawValue }

    init(password: String, salt: [UInt8], cost: Cost = .standard) throws {
        let hash = try Self.derive(password, salt: Data(salt), cost: cost)
        rawValue = [
            "scrypt", "\(cost.rounds)", "\(cost.blockSize)", "\(cost.parallelism)", Data(salt).base64EncodedString(),
            hash.base64EncodedString(),
        ].joined(separator: "$")
    }

    /// Whether this is the password; takes as long for a wrong one as for the right one.
    func matches(_ password: String) -> Bool {
        let parts = rawValue.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let expected = Data(base64Encoded: parts[5])
        else { return false }
        let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard let hash = try? Self.derive(password, salt: salt, cost: cost) else { return false }
        return Secret.equal(hash, expected)
    }

    private static func derive(_ password: String, salt: Data, cost: Cost) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism, maxMemory: 128 << 20)
        return key.withUnsafeBytes { Data($0) }
    }
}
