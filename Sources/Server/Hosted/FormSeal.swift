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
    /// So long a page may stay open. The embedding script fetches another seal after a day, and what the tracker could not
    /// send waits for another one.
    static let longestFill: Milliseconds = 3 * .day

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

    /// Why a person has to look at what came with it: a seal that somebody has kept opens nothing for ever.
    func suspicion(at now: Milliseconds) -> HeldReason? {
        if now - at < Self.shortestFill { return .filledTooFast }
        return now - at > Self.longestFill ? .staleForm : nil
    }

    func text(secret: [UInt8]) throws -> String {
        let payload = try JSONEncoder().encode(self)
        let code = HMAC<SHA256>.authenticationCode(for: payload, using: SymmetricKey(data: secret))
        return payload.base64EncodedString() + "." + Data(code).base64EncodedString()
    }
}
