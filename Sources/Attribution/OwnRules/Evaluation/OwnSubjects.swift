/// What own rules look at in one landing; each text is read at most once, and only when a condition asks for it.
struct OwnSubjects {
    /// Of a user agent, this much is read.
    static let userAgentByteLimit = 2_048

    private enum Text {
        case unread
        case absent
        /// As it was sent, decoded, and its bytes in lower case (A–Z).
        case read(String, [UInt8])

        /// What is empty is absent.
        init(_ text: String?) {
            guard let text, !text.isEmpty else {
                self = .absent
                return
            }
            self = .read(text, text.asciiLowercasedBytes)
        }
    }

    private let landing: Landing
    private let referrer: String?
    private let wanted: [OwnCondition.Subject]
    private let parameters: ParameterSlots
    private var texts: [Text] = []
    /// Whether the parameters were read: all of them are when one is asked for.
    private var hasParameters = false

    /// The referrer is the host or package that counts: nil when there is none or it is the account's own.
    init(_ landing: Landing, referrer: String?, for rules: CompiledOwnRules) {
        self.landing = landing
        self.referrer = referrer
        wanted = rules.subjects
        parameters = rules.parameters
    }

    /// The text of a subject of the rules, in lower case.
    mutating func bytes(at slot: Int) -> [UInt8]? {
        read(slot)
        guard case .read(_, let bytes) = texts[slot] else { return nil }
        return bytes
    }

    /// The text of a subject as it was sent, decoded; nil when there is none or it is empty.
    mutating func text(at slot: Int) -> String? {
        read(slot)
        guard case .read(let text, _) = texts[slot] else { return nil }
        return text
    }

    private mutating func read(_ slot: Int) {
        if texts.isEmpty { texts = Array(repeating: .unread, count: wanted.count) }
        guard case .unread = texts[slot] else { return }
        switch wanted[slot] {
        case .parameter:
            readParameters()
            // What was not met is not there.
            if case .unread = texts[slot] { texts[slot] = .absent }
        case .referrerHost: texts[slot] = Text(referrer)
        case .landingHost: texts[slot] = Text(Host(url: landing.url)?.name)
        case .landingPath: texts[slot] = Text(landing.path)
        case .userAgent:
            texts[slot] = Text(landing.userAgent.map { String($0.prefix(utf8Bytes: Self.userAgentByteLimit)) })
        }
    }

    private mutating func readParameters() {
        guard !hasParameters else { return }
        hasParameters = true
        parameters.find(in: URLText(landing.url).bytes) { texts[$0] = Text($1.text) }
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
