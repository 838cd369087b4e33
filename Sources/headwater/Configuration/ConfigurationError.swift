/// Something in the environment or the configuration file that this program does not take.
enum ConfigurationError: Error, Equatable, CustomStringConvertible {
    case unknownVariable(String)
    case unknownKey(String, file: String, line: Int)
    case repeatedKey(String, file: String, line: Int)
    case notAPair(file: String, line: Int)
    case unreadable(file: String)
    case invalid(Setting, String, place: String)

    var description: String {
        switch self {
        case .unknownVariable(let name):
            "\(name) is no setting. Remove it from the environment, or use one of \(Self.variables)."
        case .unknownKey(let key, let file, let line):
            "\(file), line \(line): \(key) is no setting. Remove it, or use one of \(Self.keys)."
        case .repeatedKey(let key, let file, let line):
            "\(file), line \(line): \(key) is set a second time. Keep one of the lines."
        case .notAPair(let file, let line):
            "\(file), line \(line): write each setting as key = value, and a comment after #."
        case .unreadable(let file):
            "Cannot read the configuration file \(file). Check the path, and that you may read it."
        case .invalid(.metricsToken, _, let place):
            // A secret is not repeated, not even a wrong one.
            "\(place) cannot be used; it must be \(Setting.metricsToken.expectation)."
        case .invalid(.database, _, let place):
            // It may hold a password.
            "\(place) cannot be used; it must be \(Setting.database.expectation)."
        case .invalid(let setting, let value, let place):
            "\(place) is “\(value.prefix(100))”; it must be \(setting.expectation)."
        }
    }

    private static let variables =
        (Setting.allCases.map(\.environmentName) + [Setting.fileVariable]).joined(separator: ", ")
    private static let keys = Setting.allCases.map(\.rawValue).joined(separator: ", ")
}
