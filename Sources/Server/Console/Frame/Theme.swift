import Hummingbird

/// Light or dark, where a person does not want what the system says. The cookie is also written by `console.js`.
enum Theme: String, Sendable, CaseIterable {
    case light, dark

    private static let name = "theme"

    init?(_ request: Request) {
        self.init(rawValue: request.cookies[Self.name]?.value ?? "")
    }

    /// Keeps the choice for a year; nil goes back to the system's.
    static func cookie(_ theme: Theme?, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: theme?.rawValue ?? "", maxAge: theme == nil ? 0 : 31_536_000, path: "/",
            secure: isSecure, httpOnly: false, sameSite: .lax)
    }
}
