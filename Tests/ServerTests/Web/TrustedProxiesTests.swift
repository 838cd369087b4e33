import Testing

@testable import Server

@Suite struct TrustedProxiesTests {
    /// Who asks through one proxy on this machine and a network of others.
    private func client(peer: String? = "127.0.0.1", _ headers: String...) throws -> String? {
        try #require(TrustedProxies("127.0.0.1, ::1, 10.0.0.0/8, 2001:db8:f::/48")).client(
            peer: peer, forwardedFor: headers)
    }

    @Test(arguments: [
        (["203.0.113.9"], "203.0.113.9"), ([" 203.0.113.9 "], "203.0.113.9"), (["203.0.113.9:4711"], "203.0.113.9"),
        (["2001:db8::9"], "2001:db8::9"), (["[2001:db8::9]"], "2001:db8::9"), (["[2001:db8::9]:4711"], "2001:db8::9"),
        // What stands left of the last stranger is that stranger's own invention.
        (["198.51.100.1, 203.0.113.9"], "203.0.113.9"), (["127.0.0.1, 203.0.113.9"], "203.0.113.9"),
        (["not an address, 203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9, 10.1.2.3"], "203.0.113.9"), (["203.0.113.9, 10.1.2.3, ::1"], "203.0.113.9"),
        (["203.0.113.9, ::ffff:10.1.2.3"], "203.0.113.9"), (["203.0.113.9, 2001:db8:f:1::2"], "203.0.113.9"),
        // Several headers are one list.
        (["198.51.100.1", "203.0.113.9"], "203.0.113.9"), (["203.0.113.9", "10.1.2.3"], "203.0.113.9"),
        // Nobody but proxies: the first of them asked itself.
        (["10.1.2.3, 10.4.5.6"], "10.1.2.3"), (["10.1.2.3"], "10.1.2.3"),
    ])
    func `behind trusted proxies the last address that none of them has is the visitor's`(
        _ headers: [String], _ visitor: String
    ) throws {
        let proxies = try #require(TrustedProxies("127.0.0.1, ::1, 10.0.0.0/8, 2001:db8:f::/48"))
        #expect(proxies.client(peer: "127.0.0.1", forwardedFor: headers) == visitor)
    }

    @Test(arguments: [
        [], [""], [" , "], ["unknown"], ["203.0.113.9, unknown"], ["203.0.113.9, _hidden"],
        ["203.0.113.9, fe80::1%eth0"],
        ["203.0.113.9, 300.1.1.1"], ["203.0.113.9, [2001:db8::9"], ["203.0.113.9, 2001:db8::g"],
    ])
    func `what cannot be read at the end is not guessed at`(_ headers: [String]) throws {
        let proxies = try #require(TrustedProxies("127.0.0.1"))
        #expect(proxies.client(peer: "127.0.0.1", forwardedFor: headers) == "127.0.0.1")
    }

    @Test func `the header of a stranger is not believed`() throws {
        #expect(try client(peer: "203.0.113.9", "198.51.100.1") == "203.0.113.9")
        #expect(try client(peer: "::ffff:203.0.113.9", "198.51.100.1") == "::ffff:203.0.113.9")
        #expect(try client(peer: nil, "198.51.100.1") == nil)
        #expect(TrustedProxies.none.client(peer: "127.0.0.1", forwardedFor: ["198.51.100.1"]) == "127.0.0.1")
    }

    @Test func `a proxy in IPv6 clothes is the same proxy`() throws {
        #expect(try client(peer: "::ffff:127.0.0.1", "203.0.113.9") == "203.0.113.9")
    }

    @Test func `networks end where they say`() throws {
        let proxies = try #require(TrustedProxies("10.0.0.0/12"))
        #expect(proxies.client(peer: "10.15.255.255", forwardedFor: ["203.0.113.9"]) == "203.0.113.9")
        #expect(proxies.client(peer: "10.16.0.0", forwardedFor: ["203.0.113.9"]) == "10.16.0.0")
    }

    @Test(arguments: ["me", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "127.0.0.1; ::1", "/8"])
    func `what is no list of networks is refused`(text: String) {
        #expect(TrustedProxies(text) == nil)
    }
}
