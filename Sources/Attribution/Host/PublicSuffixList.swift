import CPublicSuffix

/// The public suffix list, as built into libpsl.
enum PublicSuffixList {
    /// Whether the domain is a suffix of the ICANN section: `com`, `co.uk`, not `github.io`.
    static func isICANNSuffix(_ domain: Bytes) -> Bool {
        isSuffix(domain, PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE)
    }

    /// Whether the domain is listed in either section; an unknown top-level domain is not.
    static func isListedSuffix(_ domain: Bytes) -> Bool {
        isSuffix(domain, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE)
    }

    /// Where the suffix and the label before it begin, by both sections; nil where the domain is itself a suffix, or is
    /// an address.
    static func registrableDomain(of domain: Bytes) -> Int? {
        guard !domain.isAddress else { return nil }
        return withCString(domain) { start in
            // The answer points into the text that was passed.
            psl_registrable_domain(psl_builtin(), start).map { $0 - start }
        } ?? nil
    }

    /// The text in lower case and in the compatibility form that host names are compared in.
    static func lowercased(_ text: String) -> String? {
        var lowered: UnsafeMutablePointer<CChar>?
        guard psl_str_to_utf8lower(text, "utf-8", nil, &lowered) == PSL_SUCCESS, let lowered else { return nil }
        defer { psl_free_string(lowered) }
        return String(cString: lowered)
    }

    private static func isSuffix(_ domain: Bytes, _ type: Int32) -> Bool {
        withCString(domain) { psl_is_public_suffix2(psl_builtin(), $0, type) != 0 } ?? false
    }

    /// Copies a host name to the stack; nil for what is too long to be one.
    private static func withCString<Answer>(_ name: Bytes, _ body: (UnsafePointer<CChar>) -> Answer) -> Answer? {
        guard name.count <= Host.lengthLimit else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Host.lengthLimit + 1) { buffer in
            for index in name.indices { buffer[index] = CChar(bitPattern: name[index]) }
            buffer[name.count] = 0
            guard let start = buffer.baseAddress else { return nil }
            return body(UnsafePointer(start))
        }
    }
}
