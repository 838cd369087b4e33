import Testing

@testable import Server

@Suite("Loopback addresses")
struct LoopbackTests {
    @Test(
        "Only this machine's own count",
        arguments: [
            ("127.0.0.1", true), ("127.8.9.10", true), ("::1", true), ("::ffff:127.0.0.1", true),
            ("128.0.0.1", false), ("10.0.0.1", false), ("0.0.0.0", false), ("::", false), ("::2", false),
            ("::ffff:10.0.0.1", false), ("fe80::1", false), ("2001:db8::7f00:1", false), ("::127.0.0.1", false),
            ("localhost", false), ("", false), ("127.0.0.1 ", false),
        ])
    func contains(_ address: String, _ isOne: Bool) {
        #expect(Loopback.contains(address) == isOne)
    }
}
