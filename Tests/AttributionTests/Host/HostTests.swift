import Testing

@testable import Attribution

@Suite("Hosts")
struct HostTests {
    @Test(
        "are brought into the form they are compared in",
        arguments: [
            ("https://Example.COM/", "example.com"), ("http://example.com:8080/x", "example.com"),
            ("https://example.com./", "example.com"), ("https://user:pw@example.com/", "example.com"),
            ("https://a@b@example.com/", "example.com"), ("https://example.com", "example.com"),
            ("https://example.com?x", "example.com"), ("https://example.com:/", "example.com"),
            ("https:///example.com/", "example.com"), ("https://ex%61mple.com/", "example.com"),
            ("https://a_b.example.com/", "a_b.example.com"), ("http://localhost/", "localhost"),
            ("https://[2001:DB8::1]:443/", "[2001:db8::1]"), ("http://[::ffff:1.2.3.4]/", "[::ffff:1.2.3.4]"),
            ("http://127.0.0.1:80/", "127.0.0.1"), ("https://MÜNCHEN.example/", "xn--mnchen-3ya.example"),
            ("https://xn--mnchen-3ya.example/", "xn--mnchen-3ya.example"),
            ("https://пример.рф/", "xn--e1afmkfd.xn--p1ai"),
            ("https://例え。テスト/", "xn--r8jz45g.xn--zckzah"), ("https://straße.example/", "xn--strae-oqa.example"),
            ("https://m%C3%BCnchen.example/", "xn--mnchen-3ya.example"),
        ])
    func normalised(url: String, host: String) {
        #expect(Host(url: url)?.name == host)
    }

    @Test(
        "are absent from what is no absolute web URL",
        arguments: [
            "", "x", "example.com", "//example.com", "/path", "https:", "https:/", "https://", "https://.",
            "https://:80",
            "https://exa mple.com/", "https://exa<mple.com/", "https://example.com:x/", "https://[::1/", "https://[]/",
            "https://[zz::1]/", "https://a%00b.example/", "https://%ff.example/", "mailto:a@example.com",
            "ftp://a.example/",
            "data:text/html,x", "javascript://example.com/", "android-app://com.example.app/", "https://a+b.example/",
        ])
    func refused(url: String) {
        #expect(Host(url: url) == nil)
    }

    @Test(
        "have a registrable domain by the whole public suffix list",
        arguments: [
            ("www.clinic.co.uk", "clinic.co.uk"), ("clinic.example", "clinic.example"),
            ("a.b.clinic.github.io", "clinic.github.io"), ("github.io", nil), ("co.uk", nil), ("localhost", nil),
            ("127.0.0.1", nil), ("[::1]", nil), ("www.xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
            ("www.xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"),
        ] as [(String, String?)])
    func registrable(host: String, domain: String?) {
        #expect(Host(name: host)?.registrableDomain?.name == domain)
    }

    @Test("lie within a domain on whole labels alone")
    func within() throws {
        let domain = try #require(Host(name: "clinic.example"))
        #expect(try #require(Host(name: "clinic.example")).isWithin(domain))
        #expect(try #require(Host(name: "a.b.clinic.example")).isWithin(domain))
        #expect(try !#require(Host(name: "myclinic.example")).isWithin(domain))
        #expect(try !#require(Host(name: "example")).isWithin(domain))
    }

    @Test(
        "under a thousand labels or with an endless one are read without trouble", arguments: ["a.", "ü", "%61", "-"])
    func overlong(piece: String) {
        let host = Host(url: "https://" + String(repeating: piece, count: 2_500) + "example/")
        #expect(host?.registrableDomain == nil)
    }
}
