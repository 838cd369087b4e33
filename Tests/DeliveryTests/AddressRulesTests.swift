import Testing

@testable import Delivery

/// Where a webhook may go.
@Suite struct AddressRulesTests {
    @Test(arguments: [
        "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "192.88.99.1",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2001::1", "3fff::1",
        "2002:7f00:1::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b::c0a8:101", "64:ff9b:1::7f00:1", "100::1", "4000::1",
    ])
    func `what is no public address is refused`(text: String) throws {
        #expect(!AddressRules().allow(try #require(IPAddress(text))))
    }

    @Test(arguments: [
        "8.8.8.8", "93.184.216.34", "172.32.0.1", "172.15.255.255", "100.63.255.255", "100.128.0.1", "192.167.1.1",
        "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
    ])
    func `public addresses are allowed`(text: String) throws {
        #expect(AddressRules().allow(try #require(IPAddress(text))))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("10.1.2.3", true), ("100.64.0.1", true), ("::1", true), ("fd00::1", true),
        ("::ffff:127.0.0.1", true), ("169.254.169.254", false), ("fe80::1", false), ("0.0.0.0", false),
        ("224.0.0.1", false), ("255.255.255.255", false), ("8.8.8.8", true),
    ])
    func `an operator may allow private networks, where no cloud keeps its secrets`(
        text: String, isAllowed: Bool
    ) throws {
        #expect(AddressRules(allowsPrivate: true).allow(try #require(IPAddress(text))) == isAllowed)
    }

    @Test func `a network that an operator names is allowed and no other one`() throws {
        let list = try #require(NetworkList("10.1.0.0/16, fd00::/8"))
        let rules = AddressRules(allowed: list.networks)
        for (text, isAllowed) in [("10.1.255.1", true), ("10.2.0.1", false), ("fd12::1", true), ("127.0.0.1", false)] {
            #expect(rules.allow(try #require(IPAddress(text))) == isAllowed, "\(text)")
        }
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0", "0x7f.1", "2130706433", "", "10.0.0.0/8/9", "::1/129", "localhost"])
    func `what is no network is refused`(text: String) {
        #expect(Network(text) == nil)
    }

    @Test func `addresses are written as they are read`() throws {
        for text in ["10.0.0.1", "::1", "2001:db8::1", "fe80::1"] {
            #expect(try #require(IPAddress(text)).description == text)
        }
    }
}
