import HTTPTypes

/// What a request's headers say of the browser that sent it.
struct BrowserHints: Sendable {
    let userAgent: String?
    /// Fetched before anybody asked to see the page: `Sec-Purpose: prefetch;prerender`, of older browsers
    /// `Purpose: prefetch`.
    let isPrefetch: Bool
    /// The browser's brands (`Sec-CH-UA`) tell a headless one even where its User-Agent was changed.
    let isHeadless: Bool

    init(userAgent: String?, isPrefetch: Bool = false, isHeadless: Bool = false) {
        self.userAgent = userAgent
        self.isPrefetch = isPrefetch
        self.isHeadless = isHeadless
    }

    init(_ headers: HTTPFields) {
        self.init(
            userAgent: headers[.userAgent]?.cut(to: 1_024),
            isPrefetch: (headers[.secPurpose] ?? headers[.purpose])?.hasPrefix("prefetch") == true,
            isHeadless: headers[.secCHUA]?.contains("HeadlessChrome") == true)
    }
}
