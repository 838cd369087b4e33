import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// A long import, as the page that it is sent from sees it: what has been taken in is said while it goes on.
///
/// The answer is one page that grows. It begins at once, gets a line for each step, and ends with what became of the file.
struct AdCostsImport: Sendable {
    /// The whole page, while it goes on and at its end: what stands before the mark is sent first, what stands behind it
    /// last.
    let page: @Sendable (AdCostsPage.Outcome?) async throws -> String
    let work: @Sendable (_ progress: @escaping @Sendable (Int, Int) -> Void) async throws -> AdCostReport
    /// Told of the type of an error that nobody expected.
    let failed: @Sendable (any Error) -> Void

    /// Where the steps stand in the template.
    static let mark = "<!-- steps -->"

    /// How far it is, in rows.
    private struct Step: Sendable {
        let done: Int
        let total: Int

        var html: String {
            let text = "\(Count.grouped(done)) of \(Count.grouped(total)) rows"
            return "<p><progress max=\"\(total)\" value=\"\(done)\" aria-label=\"Rows taken\"></progress> \(text)</p>\n"
        }
    }

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .accelBuffering: "no"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: Self.parts(of: try await page(nil)).before))
                let (steps, sender) = AsyncStream.makeStream(of: Step.self, bufferingPolicy: .bufferingNewest(1))
                async let outcome = outcome {
                    sender.yield(Step(done: $0, total: $1))
                } atEnd: {
                    sender.finish()
                }
                for await step in steps { try await writer.write(ByteBuffer(string: step.html)) }
                try await writer.write(ByteBuffer(string: Self.parts(of: try await page(await outcome)).after))
                try await writer.finish(nil)
            })
    }

    private func outcome(
        progress: @escaping @Sendable (Int, Int) -> Void, atEnd: @Sendable () -> Void
    ) async -> AdCostsPage.Outcome {
        defer { atEnd() }
        do {
            return .report(try await work(progress))
        } catch {
            // The page has begun, so it is the page that has to say it.
            failed(error)
            return .problem(
                "The import did not come to its end; what it had taken in by then stays. Import the file once more: "
                    + "nothing is counted twice.")
        }
    }

    private static func parts(of page: String) -> (before: String, after: String) {
        guard let range = page.firstRange(of: mark) else { return (page, "") }
        return (String(page[..<range.lowerBound]), String(page[range.upperBound...]))
    }
}

extension HTTPField.Name {
    /// Asks a proxy in front to hand on what it gets at once.
    fileprivate static let accelBuffering = known("X-Accel-Buffering")
}
