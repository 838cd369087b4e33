import CRM
import Crypto
import Foundation

/// The header by which a receiver knows that a request is from here and whole: `t=1795332000,v1=<hex>`.
///
/// `v1` is the HMAC-SHA256, keyed with the webhook's secret, of the seconds, a full stop and the body. While a secret is
/// changed over there is a `v1` for each.
public enum Signature {
    public static let header = "X-Headwater-Signature"

    public static func text(of body: String, secrets: [String], at now: Milliseconds) -> String {
        let seconds = now / 1_000
        let signed = Data("\(seconds).\(body)".utf8)
        let codes = secrets.map { secret in
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Data(secret.utf8)))
            return "v1=" + code.map { String(($0 >> 4), radix: 16) + String($0 & 0xF, radix: 16) }.joined()
        }
        return (["t=\(seconds)"] + codes).joined(separator: ",")
    }
}
