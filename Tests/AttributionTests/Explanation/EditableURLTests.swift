import Testing

@testable import Attribution

@Suite("A URL whose parameters are changed")
struct EditableURLTests {
    @Test(
        "keeps all else byte for byte",
        arguments: [
            ("https://a.example/?utm_souce=b", "https://a.example/?utm_source=x%20y"),
            ("https://a.example/?utm_souce", "https://a.example/?utm_source=x%20y"),
            ("https://a.example/?utm_souce=", "https://a.example/?utm_source=x%20y"),
            ("https://a.example/?A=%zz&&utm%5Fsouce=b=c&é#/?q", "https://a.example/?A=%zz&&utm_source=x%20y&é#/?q"),
            ("  https://a.example/#/p?utm_souce=b#c", "  https://a.example/#/p?utm_source=x%20y"),
            ("https://a.example/?&#/p?a&utm_souce=b", "https://a.example/?&#/p?a&utm_source=x%20y"),
        ])
    func replacing(url: String, edited: String) throws {
        let editable = EditableURL(url)
        let pair = try #require(editable.pairs.first { $0.key == "utm_souce" })
        let renamed = EditableURL(editable.replacingKey(of: pair, with: "utm_source"))
        let there = try #require(renamed.pairs.first { $0.key == "utm_source" })
        #expect(there.value == pair.value)
        #expect(renamed.replacingValue(of: there, with: "x y") == edited)
    }

    @Test(
        "gets a parameter where it is read",
        arguments: [
            ("https://a.example", "https://a.example?k=v"), ("https://a.example/?", "https://a.example/?k=v"),
            ("https://a.example/#top", "https://a.example/?k=v#top"),
            ("https://a.example/?a=b#top", "https://a.example/?a=b&k=v#top"),
            ("https://a.example/#/p?a=b", "https://a.example/#/p?a=b&k=v"),
            ("https://a.example/?a=b \n", "https://a.example/?a=b&k=v \n"),
        ])
    func adding(url: String, edited: String) {
        #expect(EditableURL(url).adding("k", "v") == edited)
        #expect(QueryParameters(url: edited)["k"] == "v")
    }

    @Test("is not added to where nothing more is read")
    func tooLong() {
        #expect(EditableURL("https://a.example/?a=" + String(repeating: "x", count: 9_000)).adding("k", "v") == nil)
    }

    @Test(
        "loses a parameter, and the sign that joined it",
        arguments: [
            ("?a=1&k=2&b=3", "?a=1&b=3"), ("?k=2", "?"), ("?a=1&k", "?a=1"), ("?k=1&k=2&a=3", "?a=3"),
            ("?a&k=1&k=2", "?a"), ("#/?k=1&a", "#/?a"),
        ])
    func removing(query: String, edited: String) {
        #expect(EditableURL("https://a.example/" + query).removing { $0.key == "k" } == "https://a.example/" + edited)
    }

    @Test("sees the parameters that the rules see, wherever they stand", arguments: UInt64(0)..<20)
    func agrees(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab?&=#%+ ;/4é\t\n")
        for _ in 0..<500 {
            let length = Int.random(in: 0..<24, using: &random)
            let url =
                "https://a.example/" + String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
            let read = QueryParameters(url: url).map { [$0.key.text, $0.value.text] }
            #expect(EditableURL(url).pairs.map { [$0.key, $0.value] } == read, "\(url.debugDescription)")
        }
    }
}
