/// What own rules look at in one landing; each text is read at most once, and only when a condition asks for it.
struct OwnSubjects {
    /// Of a user agent, this much is read.
    static let userAgentByteLimit = 2_048

    private enum Text {
        case unread
        case absent
        /// In lower case (A–Z).
        case read([UInt8])
    }

    private let landing: Landing
    private let referrer: String?
    private let wanted: [OwnCondition.Subject]
    private var texts: [Text] = []
    /// The landing's URL as it is read; nil until a parameter is asked for.
    private var url: Substring.UTF8View?

    /// The referrer is the host or package that counts: nil when there is none or it is the account's own.
    init(_ landing: Landing, referrer: String?, for rules: CompiledOwnRules) {
        self.landing = landing
        self.referrer = referrer
        wanted = rules.subjects
    }

    /// The text of a subject of the rules, in lower case.
    mutating func bytes(at slot: Int) -> [UInt8]? {
        if texts.isEmpty { texts = Array(repeating: .unread, count: wanted.count) }
        switch texts[slot] {
        case .absent: return nil
        case .read(let bytes): return bytes
        case .unread:
            let bytes = text(of: wanted[slot])?.asciiLowercasedBytes
            texts[slot] = bytes.map(Text.read) ?? .absent
            return bytes
        }
    }

    /// The text of a subject as it was sent, decoded; nil when there is none or it is empty.
    mutating func text(of subject: OwnCondition.Subject) -> String? {
        let text: String? =
            switch subject {
            case .parameter(let key): value(of: key)
            case .referrerHost: referrer
            case .landingHost: Host(url: landing.url)?.name
            case .landingPath: landing.path
            case .userAgent: landing.userAgent.map { String($0.prefix(utf8Bytes: Self.userAgentByteLimit)) }
            }
        return text?.isEmpty == false ? text : nil
    }

    /// The first value of a key counts, even when it is empty.
    private mutating func value(of key: String) -> String? {
        let url = url ?? URLText(landing.url).bytes
        self.url = url
        var scanner = QueryScanner(url.span)
        while let pair = scanner.next(in: url.span) {
            let written = EncodedBytes(url.span.slice(pair.key))
            if written.equals(key.utf8.span, ignoringCase: true) { return EncodedText(raw: url.slice(pair.value)).text }
        }
        return nil
    }
}

extension String {
    /// The UTF-8 bytes with A–Z in lower case.
    var asciiLowercasedBytes: [UInt8] {
        // Copied whole and changed in place, which is several times faster than byte by byte.
        var bytes = Array(utf8)
        for index in bytes.indices { bytes[index] = bytes[index].asciiLowercased }
        return bytes
    }

    /// The text with A–Z in lower case.
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 != $0.asciiLowercased }) else { return self }
        return String(decoding: asciiLowercasedBytes, as: UTF8.self)
    }
}
