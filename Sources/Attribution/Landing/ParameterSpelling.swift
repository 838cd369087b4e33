/// How a key must be spelt to be one of the known parameters.
enum ParameterSpelling: Sendable {
    /// Exactly, capital letters included.
    case exact
    /// The `utm_` parameters and `sccid`, which Snapchat writes `ScCid`, in any case; the others exactly.
    case tagsInAnyCase
}

extension Parameter {
    /// The parameter that a key spells, the key as it stands in the URL.
    init?(key: Range<Int>, in url: Bytes, _ spelling: ParameterSpelling) {
        guard
            let known = ParameterTable.standard.find(key, in: url, spelling) ?? Self.decoded(url.slice(key), spelling)
        else { return nil }
        self = known
    }

    private static func decoded(_ key: Bytes, _ spelling: ParameterSpelling) -> Parameter? {
        let encoded = EncodedBytes(key)
        guard encoded.isEncoded, let decoded = DecodedKey(encoded) else { return nil }
        return ParameterTable.standard.find(0..<decoded.bytes.count, in: decoded.bytes, spelling)
    }

    fileprivate var isKnownInAnyCase: Bool {
        switch self {
        case .utmSource, .utmMedium, .utmCampaign, .utmContent, .utmTerm, .utmKeyword, .utmMatchtype, .utmID, .sccid:
            true
        default: false
        }
    }
}

/// Finds a parameter by its key: a hash table over names that fit into two words.
private struct ParameterTable: Sendable {
    static let standard = ParameterTable()

    private struct Name: Sendable, Equatable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        /// How many bytes count: a key may end in U+0000.
        private var count = 0

        init() {}

        /// - Parameter range: of 1 to 16 bytes.
        init(_ range: Range<Int>, in text: Bytes) {
            count = range.count
            low = text.word(at: range.lowerBound) & Self.mask(range.count)
            high = range.count > 8 ? text.word(at: range.lowerBound + 8) & Self.mask(range.count - 8) : 0
        }

        /// The lowest bytes of a word; there is at least one.
        private static func mask(_ count: Int) -> UInt64 {
            UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- min(count, 8) &* 8)
        }

        var lowercased: Name {
            var name = self
            name.low = EightBytes.lowercased(low)
            name.high = EightBytes.lowercased(high)
            return name
        }

        var place: Int { Int(((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
    }

    private var names = Array(repeating: Name(), count: 256)
    private var parameters = Array(repeating: Parameter.source, count: 256)

    private init() {
        for parameter in Parameter.allCases {
            let name = Name(0..<parameter.name.bytes.count, in: parameter.name.bytes)
            var place = name.place
            while names[place] != Name() { place = (place + 1) & 255 }
            names[place] = name
            parameters[place] = parameter
        }
    }

    func find(_ key: Range<Int>, in url: Bytes, _ spelling: ParameterSpelling) -> Parameter? {
        guard (1...16).contains(key.count) else { return nil }
        let name = Name(key, in: url)
        if let exact = find(name) { return exact }
        guard spelling == .tagsInAnyCase else { return nil }
        let lowercased = name.lowercased
        guard lowercased != name, let known = find(lowercased), known.isKnownInAnyCase else { return nil }
        return known
    }

    private func find(_ name: Name) -> Parameter? {
        var place = name.place
        while names[place] != Name() {
            if names[place] == name { return parameters[place] }
            place = (place + 1) & 255
        }
        return nil
    }
}

/// A decoded key that is short enough to be a known one.
private struct DecodedKey {
    private var storage = InlineArray<16, UInt8>(repeating: 0)
    private var count = 0

    init?(_ encoded: borrowing EncodedBytes) {
        var position = 0
        while let byte = encoded.byte(at: &position) {
            guard count < 16 else { return nil }
            storage[count] = byte
            count += 1
        }
    }

    var bytes: Bytes {
        @_lifetime(borrow self)
        get { storage.span.extracting(first: count) }
    }
}
