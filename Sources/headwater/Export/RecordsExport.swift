import CRM
import Foundation

/// Everything that reports are made of, as JSON Lines: one stream, or a file of each kind of record.
struct RecordsExport {
    let exports: Exports
    let account: Account
    let fields: [CustomField]
    /// Nil for standard output.
    let folder: String?

    /// What a line is of; its name stands in the line, and names the file.
    enum Kind: String, CaseIterable {
        case account, visits, contacts, conversions, opportunities, costs
    }

    func run() async throws {
        for kind in Kind.allCases {
            let output = try LineOutput(kind, folder)
            switch kind {
            case .account: try output.write([try await exports.line(of: account)])
            case .visits:
                try await exports.sessions(account.id) { try output.write($0.map(TrackingExport.sessions.json)) }
            case .contacts:
                try await exports.contacts(account.id, ContactQuery()) { contacts in
                    try output.write(contacts.map { ContactLine($0, fields: fields) })
                }
            case .conversions:
                try await exports.conversionsWithAttribution(account.id) {
                    try output.write($0.map(ConversionExport.table.json))
                }
            case .opportunities:
                try await exports.opportunities(account.id) { try output.write($0.map(OpportunityExport.table.json)) }
            case .costs: try await exports.costs(account.id) { try output.write($0.map(CostExport.table.json)) }
            }
            try output.close()
        }
    }
}

/// Where the lines of one kind go.
private struct LineOutput {
    private let file: FileHandle?
    private let encoder = JSONEncoder()
    private let beginning: [UInt8]

    init(_ kind: RecordsExport.Kind, _ folder: String?) throws {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        beginning = Array("{\"record\":\"\(kind.rawValue)\",".utf8)
        file = try folder.map { try Self.file("\(kind.rawValue).jsonl", in: $0) }
    }

    /// The records are personal: nobody but who exports them looks into the files.
    private static func file(_ name: String, in folder: String) throws -> FileHandle {
        let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure("Cannot write \(path). Check the folder that --output names.")
        }
    }

    func write(_ values: [some Encodable]) throws {
        var lines = Data()
        for value in values {
            lines.append(contentsOf: beginning)
            lines.append(try encoder.encode(value).dropFirst())
            lines.append(UInt8(ascii: "\n"))
        }
        guard let file else { return try StandardOutput.write(lines) }
        do {
            try file.write(contentsOf: lines)
        } catch {
            throw CommandFailure("Cannot write the records: the disk is full, or the folder has gone.")
        }
    }

    func close() throws { try file?.close() }
}
