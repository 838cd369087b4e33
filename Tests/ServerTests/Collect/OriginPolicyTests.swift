import Attribution
import Testing

@testable import Server

@Suite struct OriginPolicyTests {
    private func allows(_ origin: String?, page: String = "https://clinic.example/", domains: [String]) -> Bool {
        OriginPolicy.allows(
            origin: origin, pageURL: page, domains: OwnDomains(domains), listsDomains: !domains.isEmpty)
    }

    @Test(arguments: [
        "https://clinic.example", "http://clinic.example", "https://www.clinic.example",
        "https://a.b.clinic.example:8443",
        "https://CLINIC.example", "https://clinic.example.", "https://bücher.example", "https://xn--bcher-kva.example",
        "https://shop.xn--bcher-kva.example:444", "https://[2001:db8::1]:8080", "http://192.0.2.1:3000",
    ])
    func `a listed domain covers its subdomains, any port and any spelling`(origin: String) {
        #expect(allows(origin, domains: ["clinic.example", "bücher.example", "[2001:db8::1]", "192.0.2.1"]))
    }

    @Test(arguments: [
        "null", "", "https://", "https://evilclinic.example", "https://clinic.example.evil.example", "https://example",
        "https://clinic.example@evil.example", "https://clinic.example:pass@evil.example:443",
        "https://evil.example#clinic.example",
        "https://evil.example?clinic.example", "https://evil.example\\@clinic.example",
        "https://evil.example/.clinic.example",
        "file:///clinic.example", "clinic.example", "chrome-extension://clinic.example", "android-app://clinic.example",
        "https://clinic.example:port", "https://xn--clinic.example", "https://clіnic.example", "https://1.192.0.2.1",
    ])
    func `nothing else is let in, however it is dressed`(origin: String) {
        #expect(!allows(origin, domains: ["clinic.example", "192.0.2.1"]))
    }

    @Test func `without an Origin the page's host is judged`() {
        #expect(allows(nil, domains: ["clinic.example"]))
        #expect(!allows(nil, page: "https://evil.example/", domains: ["clinic.example"]))
        #expect(!allows("null", domains: ["clinic.example"]))
    }

    @Test func `until domains are listed everybody may send`() {
        #expect(
            allows("null", domains: []) && allows("https://anything.example", domains: []) && allows(nil, domains: []))
    }
}
