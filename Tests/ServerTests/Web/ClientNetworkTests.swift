import Testing

@testable import Server

@Suite struct ClientNetworkTests {
    @Test func `the addresses of one IPv6 network count together`() {
        let one = ClientNetwork("2001:db8:1:2::9")
        #expect(one == ClientNetwork("2001:db8:1:2:ffff:1:2:3"))
        #expect(one != ClientNetwork("2001:db8:1:3::9"))
    }

    @Test func `every other address counts alone`() {
        let addresses = ["203.0.113.9", "203.0.113.10", "0.0.0.0", "::1", "::2", "2001:db8::1", "64:ff9b::cb00:7109"]
        #expect(Set(addresses.map(ClientNetwork.init)).count == addresses.count)
        #expect(Set(addresses.map { ClientNetwork($0).name }).count == addresses.count)
    }

    @Test func `an IPv4 address in IPv6 clothes is the same client`() {
        #expect(ClientNetwork("::ffff:203.0.113.9") == ClientNetwork("203.0.113.9"))
    }

    @Test(arguments: ["what no socket says", "", "203.0.113.9:80"])
    func `what cannot be read counts as one`(address: String) {
        #expect(ClientNetwork(address) == ClientNetwork(nil))
    }
}
