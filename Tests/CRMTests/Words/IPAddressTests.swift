import Testing

@testable import CRM

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("203.0.113.9", "203.0.113.0"), ("0.0.0.0", "0.0.0.0"), ("::ffff:203.0.113.9", "203.0.113.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"), ("2001:DB8::1", "2001:db8::"), ("2001:db8:0:1::", "2001:db8::"),
        ("1::3:4:5:6:7:8", "1:0:3::"), ("::1", "::"), ("::", "::"), ("fe80::1%eth0", "fe80::"),
    ])
    func `an address is cut to its network`(address: String, network: String) {
        #expect(IPAddress.cut(address) == network)
        #expect(IPAddress.cut(network) == network)
    }

    @Test(arguments: ["", "unknown", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.x", "2001:db8::g", "1:2", ":::"])
    func `what is no address is nothing`(text: String) {
        #expect(IPAddress.cut(text) == nil)
    }
}
