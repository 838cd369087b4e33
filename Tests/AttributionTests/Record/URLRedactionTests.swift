import Testing

@testable import Attribution

@Suite("URLs that are stored")
struct URLRedactionTests {
    @Test(
        "lose their user-info and the values of secrets, and keep the keys",
        arguments: [
            ("https://a.example/?token=x&b=1", "https://a.example/?token=&b=1"),
            ("https://a.example/?b=1&password=x", "https://a.example/?b=1&password="),
            ("https://a.example/?Token=x", "https://a.example/?Token="),
            ("https://a.example/?access%5Ftoken=x", "https://a.example/?access%5Ftoken="),
            ("https://a.example/?token=a=b#c", "https://a.example/?token=#c"),
            ("https://a.example/#access_token=x&state=1", "https://a.example/#access_token=&state=1"),
            ("https://a.example/#/path?id_token=x", "https://a.example/#/path?id_token="),
            ("https://a.example/?next=/b?code=x&c=1", "https://a.example/?next=/b?code=&c=1"),
            ("https://a.example/?to\nken=x", "https://a.example/?token="),
            ("https://a.example/?code", "https://a.example/?code"),
            ("https://a.example/?zipcode=1&passage=2&tokens=3", "https://a.example/?zipcode=1&passage=2&tokens=3"),
            ("https://a.example/token=1", "https://a.example/token=1"),
            ("https://user:word@a.example/", "https://a.example/"), ("https://user@a.example", "https://a.example"),
            ("https:\\\\user:word@a.example/", "https:\\\\a.example/"), ("//user:word@a.example/", "//a.example/"),
            ("https://a@b@a.example/", "https://a.example/"), ("https://a.example/@b", "https://a.example/@b"),
            ("https://a.example/?mail=a@b.example", "https://a.example/?mail=a@b.example"),
            ("a\0b", "a\u{FFFD}b"), ("", ""), ("?", "?"), ("#", "#"), ("mailto:a@b.example", "mailto:a@b.example"),
        ])
    func redacted(url: String, stored: String) {
        #expect(URLRedaction.stored(url) == stored)
        #expect(URLRedaction.stored(stored) == stored)
    }

    @Test("lose the value of every secret of the contract")
    func secrets() {
        let names = "password pass token access_token id_token code otp secret api_key".split(separator: " ")
        for name in names {
            #expect(URLRedaction.stored("/?a=1&\(name)=x") == "/?a=1&\(name)=")
        }
        #expect(URLRedaction.secretParameters.count == names.count)
    }

    @Test("are cut to 8,192 bytes, never inside a character")
    func limit() {
        let stored = URLRedaction.stored("https://a.example/?x=" + String(repeating: "例", count: 4_000))
        #expect(stored.utf8.count <= 8_192 && stored.utf8.count > 8_188)
        #expect(stored.hasSuffix("例"))
    }

    @Test("keep a secret's value out even when it is what makes the URL too long")
    func longSecret() {
        let stored = URLRedaction.stored("/?token=" + String(repeating: "x", count: 9_000) + "&a=1")
        #expect(stored == "/?token=")
    }
}
