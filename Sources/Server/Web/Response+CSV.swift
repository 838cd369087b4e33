import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A CSV file to keep.
    static func csv(_ text: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A CSV file whose name says what is in it.
    static func csv(_ text: String, named name: ExportName) -> Response {
        csv(text, named: name.ascii).named(name, "csv")
    }

    /// The same file under another name.
    func named(_ name: ExportName, _ suffix: String) -> Response {
        var response = self
        response.headers[.contentDisposition] = name.disposition(suffix)
        return response
    }
}
