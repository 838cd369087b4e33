import CRM
import Hummingbird

/// The cookies that say who a browser is.
///
/// Over HTTPS their names begin with `__Host-`: browsers then take them only from this host itself, over HTTPS, for every
/// path (RFC 6265bis, section 4.1.3.2).
struct ConsoleCookies: Sendable {
    let isSecure: Bool

    private static let visitLength: Milliseconds = .day

    func sessionToken(of request: Request) -> String? {
        token(name("hw_session"), of: request)
    }

    func visitToken(of request: Request) -> String? {
        token(name("hw_visit"), of: request)
    }

    func session(_ token: String) -> Cookie {
        cookie("hw_session", token, length: People.sessionLength)
    }

    func visit(_ token: String) -> Cookie {
        cookie("hw_visit", token, length: Self.visitLength)
    }

    var endOfSession: Cookie { cookie("hw_session", "", length: 0) }
    var endOfVisit: Cookie { cookie("hw_visit", "", length: 0) }

    /// Nil for what this server cannot have given.
    private func token(_ name: String, of request: Request) -> String? {
        guard let value = request.cookies[name]?.value, value.utf8.count == 43,
            value.utf8.allSatisfy({ Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber })
        else { return nil }
        return value
    }

    private func cookie(_ name: String, _ value: String, length: Milliseconds) -> Cookie {
        Cookie(
            name: self.name(name), value: value, maxAge: Int(length / .second), path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }

    private func name(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }
}
