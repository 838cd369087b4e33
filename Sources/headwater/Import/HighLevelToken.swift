import Foundation

/// The token for HighLevel's API, which is never an argument: whoever lists the processes would read it.
enum HighLevelToken {
    static let variable = "HIGHLEVEL_TOKEN"

    static func read(file: String?, environment: [String: String]) throws(CommandFailure) -> String {
        let text: String?
        if let file {
            text = try? String(contentsOf: URL(filePath: file), encoding: .utf8)
            if text == nil { throw CommandFailure("Cannot read the token's file: is it there, and may you read it?") }
        } else {
            text = environment[variable]
        }
        let token = text?.split(whereSeparator: \.isNewline).first.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard let token, !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw CommandFailure("There is no token: put it into \(variable), or into a file and give --token-file.")
        }
        return token
    }
}
