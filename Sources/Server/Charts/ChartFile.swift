import Assets
import HTTPTypes
import Hummingbird
import NIOCore

/// A chart to keep: a file that has its styles in itself.
enum ChartFile {
    static func response(_ chart: some Chart, named name: String) -> Response {
        let svg = chart.file(width: 720, styles: Assets.embedded.text("charts.css") ?? "")
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/svg+xml; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name).svg\"",
                // Looked at by itself it is a document: its own styles hold, and nothing else does.
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: svg)))
    }
}
