import CRM
import Foundation
import Server

/// The password of the demo's user: made with the sample data and kept beside it, so that each start can show it.
struct DemoSignIn {
    let dataDirectory: String

    private var path: String { "\(dataDirectory)/demo-password" }

    /// Nil when the data was not made by the demo, or not to its end.
    func kept() -> String? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }

    /// A new password that is easy to type; about 60 bits of chance.
    static func password(_ ids: IDSource) -> String {
        [1, 2, 3].map { _ in ids.letters(4).lowercased() }.joined(separator: "-")
    }

    /// Only the user of this machine may read the file.
    func keep(_ password: String) throws {
        try? FileManager.default.createDirectory(atPath: dataDirectory, withIntermediateDirectories: true)
        let isKept = FileManager.default.createFile(
            atPath: path, contents: Data("\(password)\n".utf8), attributes: [.posixPermissions: 0o600])
        guard isKept else { throw CommandFailure("Cannot write \(path). Check that you may write there.") }
    }
}
