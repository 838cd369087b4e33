public typealias ImportID = Identifier<ImportRun>

/// What came, or would come, of one record.
public struct ImportLine: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        case created, updated
        /// A contact with this e-mail or phone is there, and it was asked to leave those as they are.
        case left
        /// Why nothing was written.
        case refused([String])
    }

    /// Where it stands in the file, counted from 1.
    public let line: Int
    public let outcome: Outcome
}

/// How far an import has come.
public struct ImportRun: Sendable, Equatable, Identifiable {
    public let id: ImportID
    public let fileName: String
    /// How many records are dealt with.
    public internal(set) var done = 0
    public internal(set) var created = 0
    public internal(set) var updated = 0
    public internal(set) var left = 0
    public internal(set) var refused = 0
    public let startedAt: Milliseconds
    public internal(set) var finishedAt: Milliseconds?

    mutating func count(_ lines: [ImportLine]) {
        done += lines.count
        for line in lines {
            switch line.outcome {
            case .created: created += 1
            case .updated: updated += 1
            case .left: left += 1
            case .refused: refused += 1
            }
        }
    }
}

/// What becomes of records whose e-mail or phone a contact has already.
public enum ImportDuplicates: String, Sendable, CaseIterable {
    /// The contact takes what the record says; what the record leaves empty stays.
    case update
    case leave = "skip"
}

/// Why an import does not begin.
public enum ImportError: Error, Equatable, CustomStringConvertible {
    /// The same file was imported into the same account before.
    case finishedBefore(Milliseconds)
    case noColumns
    /// Another process imports the same file into the same account.
    case elsewhere

    public var description: String {
        switch self {
        case .finishedBefore(let moment): "This file was imported already, on \(moment.iso8601)."
        case .noColumns: "The first line of the file names no column that is known."
        case .elsewhere: "The same file is being imported by another process."
        }
    }
}
