import CRM
import Database

/// Why a command could not do its work, in one line that says what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// What to tell about an error from deeper down; a text that might quote personal data is not shown.
    init(_ error: any Error) {
        if let advice = Self.advice(error) {
            self.init(advice)
            return
        }
        switch error {
        case let error as CommandFailure: self = error
        case let error as InvalidForm: self.init(error.problems.joined(separator: " "))
        case let error as any CustomStringConvertible & Error: self.init(error.description)
        default: self.init("\(error)")
        }
    }

    /// The errors that every command can meet in a database that it has opened.
    private static func advice(_ error: any Error) -> String? {
        switch DatabaseFault(error) {
        case .full: "The database's disk is full. Make room, and run this again."
        case .busy: "Another program holds the database. Wait until it has ended, or stop it, and run this again."
        case .readOnly: "The database takes no writes. Name the primary, or run this as who may write the file."
        case .damaged: "The database is damaged. Stop the server and restore a backup."
        default: nil
        }
    }
}
