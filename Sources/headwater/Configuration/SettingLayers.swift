import ArgumentParser

/// The environment over the file; the command line, which lies over both, is handed in with each question.
struct SettingLayers {
    private let environment: [Setting: String]
    private let file: ConfigurationFile?

    /// - Parameter file: what `--config` says.
    init(environment variables: [String: String], file: PathText?) throws(ConfigurationError) {
        let names = Dictionary(uniqueKeysWithValues: Setting.allCases.map { ($0.environmentName, $0) })
        var values: [Setting: String] = [:]
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) where name.hasPrefix(Setting.environmentPrefix) {
            if let setting = names[name] {
                values[setting] = value
            } else if name != Setting.fileVariable {
                throw .unknownVariable(name)
            }
        }
        environment = values
        let path = file?.text ?? variables[Setting.fileVariable]
        self.file = if let path { try ConfigurationFile(path: path) } else { nil }
    }

    /// The value of the highest layer that has one; nil when none has.
    func value<Value: ExpressibleByArgument>(
        _ setting: Setting, commandLine: Value?
    ) throws(ConfigurationError) -> Value? {
        if let commandLine { return commandLine }
        if let text = environment[setting] { return try Self.parsed(text, setting, place: setting.environmentName) }
        if let file, let text = file.values[setting] {
            return try Self.parsed(text, setting, place: "\(setting.rawValue) in \(file.path)")
        }
        return nil
    }

    private static func parsed<Value: ExpressibleByArgument>(
        _ text: String, _ setting: Setting, place: String
    ) throws(ConfigurationError) -> Value {
        guard let value = Value(argument: text) else { throw .invalid(setting, text, place: place) }
        return value
    }
}
