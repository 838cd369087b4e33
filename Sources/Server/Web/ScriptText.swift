/// A script as it is served: without the indentation and the comment lines that are there for readers of the source.
///
/// Only whole lines are touched, so that no string and no pattern of the script can be hurt, but for the white space at
/// the beginning of a template string's later lines.
enum ScriptText {
    static func served(_ source: String) -> String {
        source.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
            .filter { !$0.isEmpty && !$0.hasPrefix("// ") }
            .joined(separator: "\n") + "\n"
    }
}
