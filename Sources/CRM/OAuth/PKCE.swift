import Crypto
import Foundation

/// Proof Key for Code Exchange (RFC 7636), with S256 alone: who exchanges a code is who asked for it.
enum PKCE {
    /// What a SHA-256 looks like in base64url without padding.
    static func isChallenge(_ text: String) -> Bool {
        text.utf8.count == 43 && text.utf8.allSatisfy(isUnreserved)
    }

    static func challenge(of verifier: String) -> String? {
        guard (43...128).contains(verifier.utf8.count), verifier.utf8.allSatisfy(isUnreserved) else { return nil }
        return Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Whether a verifier belongs to a challenge. A verifier where there was no challenge belongs to none: somebody may
    /// have taken the challenge out on the way (RFC 9700, section 4.8.2).
    static func fits(_ verifier: String?, _ challenge: String?) -> Bool {
        switch (verifier, challenge) {
        case (nil, nil): return true
        case (let verifier?, let challenge?):
            guard let found = self.challenge(of: verifier) else { return false }
            return Secret.equal(Data(found.utf8), Data(challenge.utf8))
        default: return false
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
