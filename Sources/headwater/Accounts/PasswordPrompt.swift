import Glibc

/// Where a new password comes from.
enum PasswordPrompt {
    /// The first line of standard input.
    static func piped() throws(CommandFailure) -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFailure("There is no password on standard input. Write it there as one line.")
        }
        return line
    }

    /// Asks twice, without showing what is typed.
    static func typed() throws(CommandFailure) -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure("There is no terminal to ask for the password. Add --password-stdin and pipe it in.")
        }
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // Before the question: what is typed the moment it appears must not be shown either.
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &shown) }
        let password = try asked("Password: ")
        guard try asked("The same again: ") == password else {
            throw CommandFailure("The two passwords differ. Try again.")
        }
        return password
    }

    private static func asked(_ question: String) throws(CommandFailure) -> String {
        StandardError.prompt(question)
        let line = readLine(strippingNewline: true)
        StandardError.prompt("\n")
        guard let line else { throw CommandFailure("No password was typed. Try again.") }
        return line
    }
}
