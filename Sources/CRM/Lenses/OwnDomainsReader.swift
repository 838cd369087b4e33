import Attribution

/// Reads own domains from the text they are stored as: parsed once for as long as it stays the same from row to row, as
/// it does for nearly all that an account has stored.
struct OwnDomainsReader {
    private var text: [UInt8] = []
    private var domains = OwnDomains([])

    mutating func read(_ text: String) throws -> OwnDomains {
        var text = text
        return try text.withUTF8 { try read(UnsafeRawBufferPointer($0)) }
    }

    /// The domains in bytes that need not outlive the call.
    mutating func read(_ bytes: UnsafeRawBufferPointer) throws -> OwnDomains {
        guard !bytes.elementsEqual(text) else { return domains }
        domains = OwnDomains(try JSONText.decode([String].self, from: String(decoding: bytes, as: UTF8.self)))
        text = Array(bytes)
        return domains
    }
}
