import Testing

@testable import Server

@Suite struct AgentMarksTests {
    private let marks = AgentMarks(
        [AgentMark("bot", .headless, exceptAfter: "cu")]
            + ["# a comment", "", "Crawler", "^curl", "Craw", "no"].compactMap { AgentMark(line: $0[...]) })

    @Test(
        arguments: [
            ("a BOT", BotSign.headless), ("cubot", nil), ("CUBOT bot", .headless), ("ubot", .headless), ("bo", nil),
            ("", nil),
            ("my Crawler", .crawler), ("my crawler", nil), ("curl/8", .crawler), ("a curl/8", nil), ("Craw", .crawler),
            ("Mozilla (compatible; curl)", .crawler),
            ("no", nil), ("a comment", nil), ("Cra", nil),
        ] as [(String, BotSign?)])
    func `our own marks know no case, listed ones heed it, and ^ is the beginning`(_ name: String, _ sign: BotSign?) {
        #expect(marks.sign(in: name) == sign)
    }

    @Test func `of two marks that stand at one place the one given first counts`() {
        let both = AgentMarks([AgentMark("headless", .headless), AgentMark("head", .crawler)])
        #expect(both.sign(in: "HeadlessChrome") == .headless)
        #expect(both.sign(in: "Headroom") == .crawler)
    }
}
