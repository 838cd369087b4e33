import Foundation

/// The contacts that were read from HighLevel's API, in a file, until they are imported: a reading that breaks off goes on
/// where it was.
///
/// The folder is its owner's alone, and is gone when the import is finished.
struct HighLevelSpool {
    private let folder: URL
    private(set) var state = State()

    /// How far the reading has come; written after the lines that it tells of.
    struct State: Codable {
        var cursor: HighLevelSource.Cursor?
        var isComplete = false
        var length: UInt64 = 0
        var contacts = 0
    }

    var lines: URL { folder.appending(path: "contacts.jsonl") }
    private var stateFile: URL { folder.appending(path: "state.json") }

    init(folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let data = try? Data(contentsOf: stateFile), let state = try? JSONDecoder().decode(State.self, from: data) {
            self.state = state
        }
        // Lines that are not there any more are read again, and not made up.
        let size = try? FileHandle(forReadingFrom: lines).seekToEnd()
        if size.map({ $0 < state.length }) ?? true {
            state = State()
            _ = FileManager.default.createFile(
                atPath: lines.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
    }

    /// Appends a page; what a reading that broke off has left behind its last state is written over.
    mutating func append(_ page: HighLevelSource.Page, keys: [String: String]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var text = Data()
        for contact in page.entries {
            text += try encoder.encode(HighLevelContact(value: contact).line(keys: keys)) + Data("\n".utf8)
        }
        let handle = try FileHandle(forWritingTo: lines)
        defer { try? handle.close() }
        try handle.truncate(atOffset: state.length)
        try handle.seek(toOffset: state.length)
        try handle.write(contentsOf: text)
        try handle.synchronize()
        state.length += UInt64(text.count)
        state.contacts += page.entries.count
        state.cursor = page.next
        state.isComplete = page.next == nil
        try JSONEncoder().encode(state).write(to: stateFile, options: .atomic)
    }

    func remove() throws { try FileManager.default.removeItem(at: folder) }
}
