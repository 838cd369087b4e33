import Testing

@testable import Attribution

@Suite("The parameters of a URL")
struct QueryParametersTests {
    @Test(
        "are decoded as browsers decode them",
        arguments: [
            ("?a=1", "1"), ("?a=", ""), ("?a", ""), ("?a=x+y%20z", "x y z"), ("?a=%2B", "+"), ("?a=b=c", "b=c"),
            ("?a=%C3%BC", "ü"), ("?a=%FF", "\u{FFFD}"), ("?a=%E2%82", "\u{FFFD}"), ("?a=%", "%"), ("?a=%4", "%4"),
            ("?a=%4g", "%4g"), ("?a=%%41", "%A"), ("?a=1&a=2", "1"), ("?a=&a=2", ""), ("?b=2&a=1", "1"),
            ("?%61=1", "1"),
            ("?a=1#a=2", "1"), ("?a=ü", "ü"), ("?a=%00", "\0"), ("?a=1;b=2", "1;b=2"), ("?x#?a=1", nil), ("#a=1", nil),
            ("#?a=1", "1"), ("#/p?a=1?b", "1?b"), ("?#?a=1", "1"), ("?&&#?a=1", "1"), ("?=x#?a=1", nil), ("", nil),
            ("?A=1", nil), ("?+a=1", nil),
        ] as [(String, String?)])
    func decoding(query: String, value: String?) {
        #expect(QueryParameters(url: "https://clinic.example/" + query)["a"] == value)
        #expect(QueryParameters(url: query)["a"] == value)
    }

    @Test("are told one after the other, repeated keys too")
    func iteration() {
        let pairs = QueryParameters(url: "/?a=1&&b=x+y&a=&c&=d").map { "\($0.key.text)=\($0.value.text)" }
        #expect(pairs == ["a=1", "b=x y", "a=", "c=", "=d"])
    }

    @Test("end where the first 8,192 bytes end, never inside a character")
    func limit() {
        let beginning = "/?a="
        let url = beginning + String(repeating: "ü", count: 8_192)
        let value = QueryParameters(url: url)["a"] ?? ""
        #expect(value.utf8.count == (8_192 - beginning.utf8.count) / 2 * 2)
        #expect(!value.contains("\u{FFFD}"))
    }

    @Test("are present when the first value of the key is not empty")
    func presence() {
        let present = QueryParameters(url: "/?gclid=&gclid=1&fbclid=1&utm_source&utm_medium=x").present
        #expect(Parameter.allCases.filter(present.contains) == [.utmMedium, .fbclid])
    }

    @Test("have keys that are all different")
    func keys() {
        #expect(Set(Parameter.allCases.map(\.key)).count == Parameter.allCases.count)
    }

    @Test(
        "are searched in their decoded form",
        arguments: [
            ("a%64words", "adwords", true), ("xad%77ordsx", "adwords", true), ("adword", "adwords", false),
            ("adwoadwords", "adwords", true), ("", "adwords", false), ("AdWords", "adwords", false),
            ("a+b", "a b", true),
        ])
    func searching(value: String, needle: String, isFound: Bool) {
        let text = EncodedText(raw: value[...].utf8)
        #expect(text.contains(text: needle) == isFound)
        #expect(text.contains(text: needle.uppercased(), ignoringCase: true) == (isFound || value == "AdWords"))
    }
}
