import Testing

@testable import Server

@Suite struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=----WebKitFormBoundaryX"

    private static func body(_ parts: String...) -> [UInt8] {
        let all = parts.map { "------WebKitFormBoundaryX\r\n\($0)\r\n" }.joined()
        return Array((all + "------WebKitFormBoundaryX--\r\n").utf8)
    }

    private static func values(_ body: [UInt8], _ type: String = type) -> [String: String]? {
        MultipartForm(body, contentType: type).map {
            Dictionary($0.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test func `names, texts and files are read`() {
        let body = Self.body(
            "Content-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a;b.json\"\r\nContent-Type: application/json\r\n"
                + "\r\n{\"a\":\r\n\r\n1}",
            "Content-Disposition: form-data; name=\"document\"\r\n\r\n")
        #expect(Self.values(body) == ["csrf": "token", "file": "{\"a\":\r\n\r\n1}", "document": ""])
    }

    @Test(
        arguments: [
            "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
            "text/plain; boundary=x", "", "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ])
    func `another content type is none of its business`(type: String) {
        #expect(MultipartForm(Self.body("x"), contentType: type) == nil)
    }

    @Test(
        arguments: [
            "", "------WebKitFormBoundaryX", "------WebKitFormBoundaryX\r\n", "------WebKitFormBoundaryX--", "\r\n\r\n",
            "------WebKitFormBoundaryX\r\nContent-Disposition: form-data; name=\"a\"",
            "------WebKitFormBoundaryX\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n------WebKitFormBoundaryX--",
            "------WebKitFormBoundaryX\r\nname=\"a\"\r\n\r\nb\r\n------WebKitFormBoundaryX--",
        ])
    func `what is broken has no fields`(text: String) {
        #expect(Self.values(Array(text.utf8))?.isEmpty == true)
    }

    @Test func `a quoted boundary is one, and a body that stops short keeps what came`() {
        let cut = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\u{0}c"
        let type = "Multipart/Form-Data; charset=utf-8; boundary=\"x\""
        #expect(Self.values(Array(cut.utf8), type) == ["a": "b\u{FFFD}c"])
    }

    @Test func `a body of delimiters alone is read in passing`() {
        let many = Array(String(repeating: "\r\n------WebKitFormBoundaryX", count: 40_000).utf8)
        #expect(Self.values(many)?.isEmpty == true)
    }
}
