import Crypto
import Foundation

/// What stands behind `/l/`: which link, for whom, and a seal that nobody can make who does not know the account's secret.
///
/// Nothing of it is stored: a mailing to a hundred thousand people writes no row, and every server of a database agrees.
struct LinkToken {
    let code: String
    let contact: ContactID
    private let seal: String

    /// How many letters and digits a link's code has.
    static let codeLength = 10
    /// Eleven digits to base 62 hold 64 bits: to guess one takes longer than anybody lives.
    private static let sealLength = 11
    private static let longest = 200

    /// Nil for what no address of ours ends with.
    init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count > Self.codeLength + Self.sealLength, bytes.count <= Self.longest,
            bytes.allSatisfy(Self.isTokenByte)
        else { return nil }
        code = String(text.prefix(Self.codeLength))
        contact = ContactID(rawValue: String(text.dropFirst(Self.codeLength).dropLast(Self.sealLength)))
        seal = String(text.suffix(Self.sealLength))
    }

    static func text(of link: TriggerLink, for contact: ContactID, secret: [UInt8]) -> String {
        link.code + contact.rawValue + seal(link, contact, secret)
    }

    /// Whether this server gave it out for that link.
    func isGenuine(for link: TriggerLink, secret: [UInt8]) -> Bool {
        Secret.equal(Data(seal.utf8), Data(Self.seal(link, contact, secret).utf8))
    }

    /// The secret seals other things as well; none of them begins like this.
    private static func seal(_ link: TriggerLink, _ contact: ContactID, _ secret: [UInt8]) -> String {
        let message = "trigger link\n\(link.account.rawValue)\n\(link.id)\n\(contact)"
        let code = HMAC<SHA256>.authenticationCode(for: Data(message.utf8), using: SymmetricKey(data: secret))
        return digits(code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private static func digits(_ number: UInt64) -> String {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        var rest = number
        var digits: [Character] = []
        for _ in 0..<sealLength {
            digits.append(alphabet[Int(rest % 62)])
            rest /= 62
        }
        return String(digits)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
