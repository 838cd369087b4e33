import Attribution

/// Which websites may send for an account: any until it lists domains, then these and their subdomains on any port.
enum OriginPolicy {
    static func allows(origin: String?, pageURL: String, domains: OwnDomains, listsDomains: Bool) -> Bool {
        guard listsDomains else { return true }
        // A page that hides its origin (a sandboxed frame, a file) says `null`; one that sends none is judged by its address.
        guard let host = Host(url: origin ?? pageURL) else { return false }
        return domains.contains(host)
    }
}
