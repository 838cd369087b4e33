import CRM

/// Why a command could not do its work, in one line that says what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// What to tell about an error from deeper down; a text that might quote personal data is not shown.
    init(_ error: any Error) {
        switch error {
        case let error as CommandFailure: self = error
        case let error as InvalidForm: self.init(error.problems.joined(separator: " "))
        case let error as any CustomStringConvertible & Error: self.init(error.description)
        default: self.init("\(error)")
        }
    }
}
