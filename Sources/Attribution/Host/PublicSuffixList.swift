import CPublicSuffix

/// The public suffix list, as built into libpsl.
enum PublicSuffixList {
    /// Whether the domain is a suffix of the ICANN section: `com`, `co.uk`, not `github.io`.
    static func isICANNSuffix(_ domain: Substring) -> Bool {
        isSuffix(domain, PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE)
    }

    /// Whether the domain is listed in either section; an unknown top-level domain is not.
    static func isListedSuffix(_ domain: Substring) -> Bool {
        isSuffix(domain, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE)
    }

    /// The suffix and the label before it, by both sections; nil where the domain is itself a suffix.
    static func registrableDomain(of domain: Substring) -> Substring? {
        withCString(domain) { start in
            // The answer points into the text that was passed.
            psl_registrable_domain(psl_builtin(), start).map { answer in
                domain[domain.utf8.index(domain.startIndex, offsetBy: answer - UnsafePointer(start))...]
            }
        } ?? nil
    }

    /// The text in lower case and in the compatibility form that host names are compared in.
    static func lowercased(_ text: String) -> String? {
        var lowered: UnsafeMutablePointer<CChar>?
        guard psl_str_to_utf8lower(text, "utf-8", nil, &lowered) == PSL_SUCCESS, let lowered else { return nil }
        defer { psl_free_string(lowered) }
        return String(cString: lowered)
    }

    private static func isSuffix(_ domain: Substring, _ type: Int32) -> Bool {
        withCString(domain) { psl_is_public_suffix2(psl_builtin(), $0, type) != 0 } ?? false
    }

    /// Copies a host name to the stack; nil for what is too long to be one.
    private static func withCString<Answer>(
        _ name: Substring, _ body: (UnsafePointer<CChar>) -> Answer
    ) -> Answer? {
        let count = name.utf8.count
        guard count <= Host.lengthLimit else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { buffer in
            for (index, byte) in name.utf8.enumerated() { buffer[index] = CChar(bitPattern: byte) }
            buffer[count] = 0
            guard let start = buffer.baseAddress else { return nil }
            return body(UnsafePointer(start))
        }
    }
}
