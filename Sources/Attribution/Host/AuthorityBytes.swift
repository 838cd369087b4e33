/// The beginning of an absolute URL: its scheme, and where its host stands.
struct AuthorityBytes {
    enum Scheme {
        case web
        case androidApp
    }

    let scheme: Scheme
    /// The host as it is written, without user-info and port, and without its trailing dot where it is plain; nil when
    /// what stands for a port is none.
    let host: Range<Int>?
    /// Whether the host is written in the form that hosts are compared in; nearly all are.
    let isPlain: Bool

    /// Fails for a URL that is not absolute or has another scheme than http, https or android-app. A backslash is a
    /// slash, as browsers have it.
    init?(_ url: Bytes) {
        guard let (scheme, colon) = Self.scheme(of: url) else { return nil }
        self.scheme = scheme
        var start = colon + 1
        while start < url.count, Self.isSlash(url[start]) { start += 1 }
        guard start >= colon + 3 else { return nil }
        let end = HostText.plainEnd(of: url, from: start)
        let nameEnd = end > start && url[end - 1] == UInt8(ascii: ".") ? end - 1 : end
        if nameEnd > start, url[nameEnd - 1] != UInt8(ascii: "."), end == url.count || Self.isEnd(url[end]) {
            host = start..<nameEnd
            isPlain = true
        } else {
            let written = Self.host(from: start, in: url)
            host = written
            isPlain = written.map { HostText.isPlain(url.slice($0)) } ?? false
        }
    }

    private static func scheme(of url: Bytes) -> (Scheme, colon: Int)? {
        guard url.count > 0 else { return nil }
        if url.word(at: 0) == usual { return (.web, 5) }
        if begins(url, with: "https:") { return (.web, 5) }
        if begins(url, with: "http:") { return (.web, 4) }
        if begins(url, with: "android-app:") { return (.androidApp, 11) }
        return nil
    }

    /// The eight bytes of `https://`.
    private static var usual: UInt64 { 0x2F2F_3A73_7074_7468 }

    private static func begins(_ url: Bytes, with scheme: StaticString) -> Bool {
        url.beginsIgnoringCase(with: scheme.bytes)
    }

    /// The host between user-info and port. An IPv6 address has colons of its own, inside brackets.
    private static func host(from start: Int, in url: Bytes) -> Range<Int>? {
        var hostStart = start
        var end = start
        while end < url.count, !isEnd(url[end]) {
            if url[end] == UInt8(ascii: "@") { hostStart = end + 1 }
            end += 1
        }
        var colon: Int?
        for index in hostStart..<end {
            switch url[index] {
            case UInt8(ascii: "]"): colon = nil
            case UInt8(ascii: ":") where colon == nil: colon = index
            default: break
            }
        }
        guard let colon else { return hostStart..<end }
        for index in colon + 1..<end where !url[index].isASCIIDigit { return nil }
        return hostStart..<colon
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}
