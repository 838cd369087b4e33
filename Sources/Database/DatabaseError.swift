/// What can be wrong with a database besides the SQL itself; each says how to mend it.
public enum DatabaseError: Error, Equatable, CustomStringConvertible {
    case column(name: String, expected: String)
    case cannotOpen(path: String, reason: String)
    case unsupportedURL(scheme: String)
    case invalidURL
    case unknownURLParameter(String)
    case newerSchema(found: Int, known: Int)
    case cannotConnect(reason: String)
    case serverTooOld(version: String)
    case wrongEncoding(String)
    /// The connection broke before the transaction was committed, and did not come back in time.
    case connectionLost(reason: String)
    /// Every connection was busy for too long.
    case poolExhausted
    case closed
    /// The connection broke while the transaction was committed: it is stored whole, or not at all.
    case commitUnknown
    /// The connection that kept others from writing broke: they may have written meanwhile.
    case holdLost
    /// The disk did not take what was committed: nothing is written any more, until the program has been started again.
    case diskFailed(reason: String)
    /// A text holds U+0000, which PostgreSQL cannot store.
    case nulCharacter
    case statement(StatementFailure)

    public var description: String {
        switch self {
        case .column(let name, let expected):
            "The answer has no column \(name) that holds \(expected)."
        case .cannotOpen(let path, let reason):
            "Cannot open the database \(path): \(reason)"
        case .unsupportedURL(let scheme):
            "The database URL begins with \(scheme): use sqlite:PATH or postgres://…."
        case .invalidURL:
            "The database URL cannot be read. It is like postgres://USER:PASSWORD@HOST:PORT/DATABASE, with % escapes."
        case .unknownURLParameter(let name):
            "The database URL has a parameter \(name) that PostgreSQL's clients do not know. See whether it is misspelt."
        case .newerSchema(let found, let known):
            "The database has schema \(found), this program knows \(known): run the newer headwater that wrote it."
        case .cannotConnect(let reason):
            "Cannot connect to PostgreSQL: \(reason). Check the database URL, and that the server lets you in."
        case .serverTooOld(let version):
            "The server is PostgreSQL \(version): upgrade it to 15 or newer."
        case .wrongEncoding(let encoding):
            "The database is encoded as \(encoding): make it anew with encoding UTF8."
        case .connectionLost(let reason):
            "The connection to PostgreSQL was lost: \(reason). Check that the server runs and can be reached."
        case .poolExhausted:
            "No connection to PostgreSQL became free in time. Check what its statements wait for."
        case .closed:
            "The database is closed."
        case .commitUnknown:
            "The connection to PostgreSQL was lost during a commit: what was sent may be stored. Send it again."
        case .holdLost:
            "The connection that kept others from writing was lost: somebody may have written meanwhile. Run it again."
        case .diskFailed(let reason):
            "The disk did not take what was committed: \(reason). Check the disk, then start headwater again."
        case .nulCharacter:
            "A text holds the character U+0000, which PostgreSQL cannot store."
        case .statement(let failure):
            failure.description
        }
    }
}
