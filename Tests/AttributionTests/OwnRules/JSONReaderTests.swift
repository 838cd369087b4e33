import Foundation
import Testing

@testable import Attribution

@Suite("A JSON text")
struct JSONReaderTests {
    private func read(_ bytes: some Collection<UInt8>) -> Result<JSONValue, JSONReader.Fault> {
        var reader = JSONReader(bytes)
        return Result { () throws(JSONReader.Fault) in try reader.document() }
    }

    @Test(
        "is read with its keys in order",
        arguments: [
            (" null\n", .null), ("true", .bool(true)), ("false", .bool(false)), ("-0.5e+1", .number(-5)),
            ("0", .number(0)), ("12E2", .number(1_200)), ("[]", .array([])),
            ("[ 1 , [] ]", .array([.number(1), .array([])])),
            ("{}", .object([])), (#""a\"\\\/\b\f\n\r\tü\u00fC\ud83d\uDE00""#, .string("a\"\\/\u{8}\u{C}\n\r\tüü😀")),
            (
                #"{"b":1,"a":{"b":null}}"#,
                .object([
                    .init(key: "b", value: .number(1)),
                    .init(key: "a", value: .object([.init(key: "b", value: .null)])),
                ])
            ),
        ] as [(String, JSONValue)])
    func reading(text: String, value: JSONValue) {
        #expect(read(text.utf8) == .success(value))
        #expect(read(value.text.utf8) == .success(value))
    }

    @Test(
        "says where it stops being one",
        arguments: [
            ("", 1, 1, "a value is expected"), ("{", 1, 2, "a key in double quotes is expected"),
            ("{\"a\":1,}", 1, 8, "a key in double quotes is expected"), ("[1,\n\n  ]", 3, 3, "a value is expected"),
            ("[1 2]", 1, 4, "a comma or ] is expected"), ("{\"a\":1 \"b\"}", 1, 8, "a comma or } is expected"),
            ("{\"ü\" 1}", 1, 6, "a colon is expected"), ("{\"a\":tru}", 1, 6, "a value is expected"),
            ("1 1", 1, 3, "nothing may follow the document"), ("01", 1, 2, "nothing may follow the document"),
            ("1.", 1, 3, "a digit is expected"), ("-", 1, 2, "a digit is expected"),
            ("1e", 1, 3, "a digit is expected"),
            ("[1e999]", 1, 2, "the number is too large"), ("[\"abc", 1, 2, "the text has no end"),
            ("\"a\nb\"", 1, 3, "a control character in a text must be escaped"),
            ("\"\\x\"", 1, 2, "the escape is unknown"),
            ("\"\\", 1, 2, "the escape is unknown"), ("\"\\u12", 1, 6, "four hexadecimal digits are expected"),
            ("\"\\ud800\"", 1, 2, "half a character is escaped"), ("\"\\udc00\"", 1, 2, "half a character is escaped"),
            ("\"\\ud800\\u0041\"", 1, 2, "half a character is escaped"),
            ("{\"a\":1,\n \"a\":2}", 2, 2, "the key “a” stands here twice"),
            ("'a'", 1, 1, "a value is expected"), ("// a", 1, 1, "a value is expected"),
            ("NaN", 1, 1, "a value is expected"),
        ])
    func faults(text: String, line: Int, column: Int, fault: String) {
        #expect(read(text.utf8) == .failure(.init(line: line, column: column, text: fault)))
    }

    @Test("is refused when it is not UTF-8 or too deep")
    func hostile() {
        #expect(read([34, 0xFF, 34]) == .failure(.init(line: 1, column: 1, text: "the text is not UTF-8")))
        for deep in ["[", "{\"a\":"] {
            guard case .failure(let fault) = read(String(repeating: deep, count: 100_000).utf8) else {
                Issue.record("Unended lists are no document")
                continue
            }
            #expect(fault.text == "the document is nested too deeply")
        }
    }

    @Test("is one where Foundation finds one, on random texts", arguments: 1...40)
    func differential(seed: Int) {
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "\\", "\\u00e4", "\\ud83d", "\\ude00", "1", "-",
            "0.5",
            "e3", "true", "null", " ", "\n", "ü", "x", "{\"a\":1}", "[1,2]",
        ]
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let count = Int.random(in: 1...7, using: &random)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let known = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            switch read(text.utf8) {
            case .success: #expect(known != nil, "\(text)")
            case .failure(let fault): #expect(known == nil || fault.text.hasSuffix("stands here twice"), "\(text)")
            }
        }
    }

    @Test("of random bytes never traps the reader", arguments: 1...20)
    func random(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let sample = Array(RuleBookDocument(.extended).json.utf8)
        for _ in 0..<200 {
            var bytes = sample
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            if case .failure(let problems) = RuleBookDocument.read(bytes) { #expect(!problems.list.isEmpty) }
        }
    }
}
