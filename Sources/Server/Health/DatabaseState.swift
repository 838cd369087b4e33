import Database

/// What the database did with the last write that was tried.
enum DatabaseState: Sendable, Equatable {
    case writable(schema: Int)
    case failing(DatabaseFault)
    /// It has not answered within the time limit.
    case silent

    /// Nil when it takes writes.
    var problem: String? {
        switch self {
        case .writable: nil
        case .silent: "it does not answer in time; something holds it, or the connection hangs."
        case .failing(.full): "its disk is full."
        case .failing(.busy): "another program holds its write lock."
        case .failing(.unavailable): "it cannot be reached, or takes no writes."
        case .failing(.readOnly): "it takes no writes: it is a standby, or a file that may not be written."
        case .failing(.damaged): "it is damaged; restore a backup."
        case .failing(.diskFailed):
            "its disk did not take what was committed; check the disk, then start headwater anew."
        case .failing(.commitUnknown): "the connection was lost during a commit."
        case .failing(.refused), .failing(.other): "it has no tables of this program, or they are damaged."
        }
    }
}
