import CRM
import Crypto
import Foundation

/// What an own form's page hands through the browser and wants back unchanged: when it was shown, and from where.
struct FormSeal: Sendable, Codable, Equatable {
    let form: String
    let at: Milliseconds
    /// The hosted page's own address and referrer, which are the landing of its submission; nil in an embedded form.
    let url: String?
    let referrer: String?

    /// People need longer than this to fill in a form.
    static let shortestFill: Milliseconds = 1_500

    init(form: String, at: Milliseconds, url: String?, referrer: String?) {
        self.form = form
        self.at = at
        self.url = url
        self.referrer = referrer
    }

    /// Nil unless this server sealed it with the same secret.
    init?(text: String, secret: [UInt8]) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let payload = Data(base64Encoded: parts[0]), let code = Data(base64Encoded: parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: payload, using: SymmetricKey(data: secret)),
            let seal = try? JSONDecoder().decode(FormSeal.self, from: payload)
        else { return nil }
        self = seal
    }

    func text(secret: [UInt8]) throws -> String {
        let payload = try JSONEncoder().encode(self)
        let code = HMAC<SHA256>.authenticationCode(for: payload, using: SymmetricKey(data: secret))
        return payload.base64EncodedString() + "." + Data(code).base64EncodedString()
    }
}
