/// Why rows cannot be moved to another database, and what to do about it.
public enum MoveError: Error, Equatable, CustomStringConvertible {
    case noAccount(String)
    case notEmpty
    case accountIsThere(String)
    case anotherMove
    case notEnded
    case isWritten
    case rowsRefused(table: String)
    case columnsDiffer(table: String)
    case rowsDiffer(table: String, source: Int, target: Int)

    public var description: String {
        switch self {
        case .noAccount(let id):
            "There is no account \(id) in the source. headwater account list shows those there are."
        case .notEmpty:
            "The target holds accounts or users already. Name an empty database, or move one account with --account."
        case .accountIsThere(let id):
            "The target has an account \(id) already. An account is moved to where it is not."
        case .anotherMove:
            "Another move to this target was begun and not ended. Run that one again, with the same source and "
                + "--account, or name another target."
        case .notEnded:
            "A move into this database was begun and not ended. Run the same headwater migrate-engine again; to give it "
                + "up, serve the source, and empty this database."
        case .isWritten:
            "Somebody else writes to one of the two databases. Stop every server of both, and run this again."
        case .rowsRefused(let table):
            "The target does not take what the source has in \(table): something wrote to one of them since the move "
                + "began. Stop every server, empty the target, and begin anew."
        case .columnsDiffer(let table):
            "The columns of \(table) are not the same in both. Was one of them changed by hand?"
        case .rowsDiffer(let table, let source, let target):
            "\(table) is not the same in both: \(source) rows in the source, \(target) in the target. Something wrote to "
                + "one of them meanwhile: stop every server, empty the target, and begin anew."
        }
    }
}
