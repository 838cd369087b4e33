import Testing

@testable import Attribution

@Suite("Contact Source")
struct ContactSourceTests {
    @Test(
        "is the first that says something",
        arguments: [
            ("/?source=page", "/?source=landing", "form", "page"), ("/", "/?source=landing", "form", "landing"),
            ("/?source=", "/?source=+", "form", "form"), ("/", "/", nil, "Fallback"), (nil, nil, nil, "Fallback"),
            ("/", "/", "", "Fallback"), ("/", "/", "null", "Fallback"),
            ("/?source=summer+promo", nil, nil, "summer promo"),
            ("/?Source=x", nil, nil, "Fallback"),
        ] as [(String?, String?, String?, String)])
    func choice(page: String?, landing: String?, form: String?, source: String) {
        #expect(
            ContactSource.choose(pageURL: page, landingURL: landing, formSource: form, fallback: "Fallback") == source)
    }
}
