/// What can be wrong with a database besides the SQL itself; each says how to mend it.
public enum DatabaseError: Error, Equatable, CustomStringConvertible {
    case column(name: String, expected: String)
    case cannotOpen(path: String, reason: String)
    case unsupportedURL(scheme: String)
    case newerSchema(found: Int, known: Int)

    public var description: String {
        switch self {
        case .column(let name, let expected):
            "The answer has no column \(name) that holds \(expected)."
        case .cannotOpen(let path, let reason):
            "Cannot open the database \(path): \(reason). Check that the folder exists and that you may write to it."
        case .unsupportedURL(let scheme):
            "The database URL begins with \(scheme): this version knows sqlite:PATH only."
        case .newerSchema(let found, let known):
            "The database has schema \(found), this program knows \(known): run the newer headwater that wrote it."
        }
    }
}
