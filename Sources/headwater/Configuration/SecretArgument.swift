import ArgumentParser

/// An option that may hold a password or a token: read whatever it is, so that nobody repeats a wrong one in a message.
struct SecretArgument<Value: ExpressibleByArgument>: ExpressibleByArgument {
    /// Nil when it cannot be used.
    let value: Value?

    init?(argument: String) { value = Value(argument: argument) }

    /// Refuses what cannot be used by the name of its option.
    static func check(_ argument: Self?, _ setting: Setting) throws {
        guard let argument, argument.value == nil else { return }
        let refusal = ConfigurationError.invalid(setting, "", place: "--\(setting.rawValue)")
        throw ValidationError(refusal.description)
    }
}
