import Attribution
import Testing

@testable import CRM

@Suite("JSON that is written without an encoder")
struct JSONBuilderTests {
    @Test(
        "is what the encoder writes for a verdict",
        arguments: [
            "https://clinic.example/", "https://clinic.example/?gclid=abc&utm_source=adwords&utm_medium=cpc",
            "https://clinic.example/?utm_source=Adwords&utm_sorce=x&utm_medium=paid%22%5C%0A",
        ], [nil, "https://www.google.com/", "https://l.instagram.com/", "no url \"\\\u{1}"])
    func verdicts(url: String, referrer: String?) throws {
        for ruleSet in RuleSet.allCases {
            let classifier = Classifier(RuleBook(ruleSet), catalogue: .standard)
            let verdict = classifier.classify(Landing(url: url, referrer: referrer), ownDomains: OwnDomains([]))
                .noting(Note(code: .carriedOver, text: "“ü” / \t\u{1F}", parameter: "p", value: "v", suggestion: "s"))
            let expected = try JSONText.encode(verdict)
            #expect(JSONBuilder.text { $0.value(verdict) } == expected)
        }
    }

    @Test(
        "is what the encoder writes for submitted fields, whatever is in them",
        arguments: [
            "", "Jo", "a \"quoted\" \\ text", "line\nline\r\ttab", "\u{8}\u{C}\u{1}\u{1F}\u{7F}\u{2028}", "https://a/b",
            "é😀",
        ])
    func fields(text: String) throws {
        let fields = [
            SubmittedField(name: text, label: nil, value: text, target: nil),
            SubmittedField(name: "email", label: text, value: text, target: .property(.email)),
        ]
        let expected = try JSONText.encode(fields)
        #expect(JSONBuilder.text { $0.list(fields) { $0.value($1) } } == expected)
        #expect(JSONBuilder.text { $0.list([SubmittedField]()) { $0.value($1) } } == "[]")
    }

    @Test("is what the encoder writes for the timeline")
    func timeline() throws {
        let events: [TimelineEntry.Event] = [
            .created(by: "form \"a\""), .submitted(matchedBy: .email), .identified(matchedBy: .visitor),
            .submitted(matchedBy: .new),
        ]
        for event in events {
            let (text, expected) = (try TimelineStore.text(of: event), try JSONText.encode(event))
            #expect(text == expected)
        }
    }
}
