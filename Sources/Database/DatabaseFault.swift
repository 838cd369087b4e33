import GRDB

/// Whose fault an error of the database is: whether trying again can help, and whether something else would be taken.
public enum DatabaseFault: String, Sendable {
    /// The database cannot be reached or read just now.
    case unavailable
    /// The disk did not take what was committed: nothing is written any more before the program is started anew.
    case diskFailed
    /// It may be stored, or not: what is sent again must carry the key by which it is known.
    case commitUnknown
    /// Others were in the way for too long.
    case busy
    /// The disk is full.
    case full
    /// A standby, or a file that may not be written.
    case readOnly
    /// What is on the disk is no database, or no whole one.
    case damaged
    /// The statement was refused for the values in it: another one will be taken.
    case refused
    /// A fault of the program, or no error of the database at all.
    case other

    public var isTransient: Bool {
        switch self {
        case .unavailable, .diskFailed, .commitUnknown, .busy, .full, .readOnly, .damaged: true
        case .refused, .other: false
        }
    }

    public init(_ error: any Error) {
        switch error {
        case let error as DatabaseError: self.init(error)
        case let error as GRDB.DatabaseError: self.init(error.resultCode)
        default: self = .other
        }
    }

    private init(_ error: DatabaseError) {
        self =
            switch error {
            case .cannotOpen, .cannotConnect, .connectionLost, .holdLost, .poolExhausted, .closed:
                .unavailable
            case .diskFailed: .diskFailed
            case .commitUnknown: .commitUnknown
            case .nulCharacter: .refused
            case .statement(let failure): Self(sqlState: failure.sqlState)
            case .unsupportedURL, .invalidURL, .unknownURLParameter: .other
            case .column, .newerSchema, .serverTooOld, .wrongEncoding: .other
            }
    }

    private init(_ code: ResultCode) {
        self =
            switch code {
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_INTERRUPT: .busy
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_PROTOCOL, .SQLITE_ABORT: .unavailable
            case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .refused
            default: .other
            }
    }

    /// The classes and codes of PostgreSQL's appendix A.
    init(sqlState: String) {
        self =
            switch (sqlState.prefix(2), sqlState) {
            case (_, "53100"): .full
            case (_, "25006"): .readOnly
            // PostgreSQL's files are not what they should be (data_corrupted, index_corrupted).
            case (_, "XX001"), (_, "XX002"): .damaged
            // A statement took too long, or was ended by an operator.
            case ("40", _), (_, "55P03"), (_, "57014"), (_, "25P03"): .busy
            case ("08", _), ("53", _), ("57", _), ("58", _), ("XX", _), (_, "55006"): .unavailable
            case ("22", _), ("23", _), ("54", _): .refused
            default: .other
            }
    }
}
