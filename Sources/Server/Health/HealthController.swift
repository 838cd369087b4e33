import HTTPTypes
import Hummingbird
import NIOCore

/// Whether the process is up, and whether it can do its work.
struct HealthController: Sendable {
    let readiness: Readiness

    func alive(_ request: Request, _ context: WebContext) -> String { "ok\n" }

    /// 503 with a line for each check that fails, so that a proxy sends traffic elsewhere and an operator reads why.
    func ready(_ request: Request, _ context: WebContext) async -> Response {
        let problems = await readiness.findings().compactMap { finding in
            finding.problem.map { "\(finding.check.rawValue): \($0)\n" }
        }
        return Response(
            status: problems.isEmpty ? .ok : .serviceUnavailable,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: problems.isEmpty ? "ready\n" : problems.joined())))
    }
}
