import Foundation
import Logging
import Testing

@testable import Server

@Suite("Lines of the log")
struct LogFormatTests {
    private let metadata: Logger.Metadata = [
        "hb.request.id": "7f", "route": "/f/{form}", "odd": "a\"b\\c\nd\u{1B}[31m\u{2028}é😀=", "empty": "",
    ]

    @Test("Text is one line, and a value that is no plain word is quoted")
    func text() {
        #expect(
            LogFormat.text.line(.info, "request\nforged", metadata, at: TestServer.start)
                == "2026-11-02T09:00:00.000Z info request forged empty=\"\" "
                + "odd=\"a\\\"b\\\\c\\u000ad\\u001b[31m\\u2028\\u00e9\\ud83d\\ude00=\" request=7f route=/f/{form}\n")
    }

    @Test("JSON is one object a line, and gives every value back as it was")
    func json() throws {
        let line = LogFormat.json.line(.warning, "events not stored", metadata, at: TestServer.start)
        #expect(line.hasSuffix("}\n"))
        #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A })
        #expect(line.filter(\.isNewline).count == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["time"] as? String == "2026-11-02T09:00:00.000Z")
        #expect(object["level"] as? String == "warning")
        #expect(object["message"] as? String == "events not stored")
        let facts = try #require(object["metadata"] as? [String: String])
        #expect(facts["odd"] == "a\"b\\c\nd\u{1B}[31m\u{2028}é😀=")
        #expect(facts["request"] == "7f")
    }

    @Test("Without facts there is no empty object")
    func bare() {
        #expect(
            LogFormat.json.line(.error, "x", [:], at: TestServer.start)
                == "{\"time\":\"2026-11-02T09:00:00.000Z\",\"level\":\"error\",\"message\":\"x\"}\n")
    }

    @Test("A handler is a value: what one logger adds, another has not")
    func value() {
        let lines = LogCapture()
        let first = lines.logger(.debug)
        var second = first
        second[metadataKey: "a"] = "1"
        second.logLevel = .error
        first.debug("one", metadata: ["b": "2"])
        second.info("unseen")
        second.error("two")
        #expect(lines.text == "2026-11-02T09:00:00.000Z debug one b=2\n2026-11-02T09:00:00.000Z error two a=1\n")
    }

    @Test("A flood of lines is cut to its budget, and the next line says how many were kept back")
    func budget() {
        let start = ContinuousClock.now
        let budget = LineBudget(perSecond: 2, from: start)
        #expect([0, 1, 2, 3].map { budget.take(at: start + .milliseconds($0)) } == [0, 0, nil, nil])
        #expect(budget.take(at: start + .milliseconds(1_500)) == 2)
        #expect(budget.take(at: start + .milliseconds(1_600)) == 0)
    }
}
