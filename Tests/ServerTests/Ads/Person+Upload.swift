import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

@testable import Server

extension Person {
    /// Sends a form with a file, as a browser does.
    func upload(
        _ client: any TestClientProtocol, _ path: String, file: [UInt8], _ fields: [(String, String)] = []
    ) async throws -> Answer {
        let boundary = "----WebKitFormBoundaryX"
        var body: [UInt8] = []
        for (name, value) in [("csrf", token)] + fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"costs.csv\"\r\n"
        body += Array("\(head)Content-Type: text/csv\r\n\r\n".utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
        let cookie = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        let response = try await client.executeRequest(
            uri: path, method: .post,
            headers: [.contentType: "multipart/form-data; boundary=\(boundary)", .cookie: cookie],
            body: ByteBuffer(bytes: body))
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: response.body))
    }
}
