import Assets
import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// Serves embedded files by name, with an entity tag: a browser that asks again mostly hears 304.
struct StaticFiles: Sendable {
    private let files: [String: File]
    private let cacheControl: String

    struct File: Sendable {
        let body: ByteBuffer
        let contentType: String
        let entityTag: String
    }

    /// - Parameter cacheControl: by default a browser asks again at each use, so that an upgrade shows at once.
    init(_ assets: Assets, names: [String], cacheControl: String = "no-cache") {
        self.cacheControl = cacheControl
        files = Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                let ending = String(name.split(separator: ".").last ?? "")
                let script = ending == "js" ? assets.text(name).map { Array(ScriptText.served($0).utf8) } : nil
                guard let bytes = script ?? assets[name], let type = Self.types[ending] else { return nil }
                let digest = SHA256.hash(data: bytes).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                return (
                    name, File(body: ByteBuffer(bytes: bytes), contentType: type, entityTag: "\"\(digest.joined())\"")
                )
            })
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "html": "text/html; charset=utf-8", "jpg": "image/jpeg", "png": "image/png",
    ]

    func response(_ name: String, to request: Request) throws -> Response {
        guard let file = files[name] else { throw HTTPError(.notFound) }
        var headers: HTTPFields = [
            .contentType: file.contentType, .eTag: file.entityTag, .cacheControl: cacheControl,
        ]
        if request.headers[.ifNoneMatch] == file.entityTag {
            return Response(status: .notModified, headers: headers)
        }
        headers[.accessControlAllowOrigin] = "*"
        // A page under COEP may load the script only when the answer says that others may.
        headers[.crossOriginResourcePolicy] = "cross-origin"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.body))
    }
}
