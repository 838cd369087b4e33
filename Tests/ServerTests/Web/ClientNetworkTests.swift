import Testing

@testable import Server

@Suite struct ClientNetworkTests {
    @Test func `the addresses of one IPv6 network count together`() {
        let one = ClientNetwork.name(of: "2001:db8:1:2::9")
        #expect(one == ClientNetwork.name(of: "2001:db8:1:2:ffff:1:2:3"))
        #expect(one != ClientNetwork.name(of: "2001:db8:1:3::9"))
    }

    @Test(arguments: ["203.0.113.9", "::ffff:203.0.113.9", "::1", "what no socket says", ""])
    func `every other address counts alone`(address: String) {
        #expect(ClientNetwork.name(of: address) == address)
        #expect(ClientNetwork.name(of: nil).isEmpty)
    }
}
