import Database

/// What may not be sent to a contact, nor taken from it.
public struct DoNotDisturb: Sendable, Equatable {
    /// Nothing at all may be sent.
    public var isOn = false
    /// What is said of single channels.
    public var channels: [Channel: Setting] = [:]
    /// What is said of everything that comes in.
    public var inbound: Setting?

    public init() {}

    public enum Channel: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        case call, email, sms, whatsApp, gmb, fb
    }

    public struct Setting: Sendable, Equatable, Codable {
        public let status: Status
        public let message: String?
        /// Why, in the words of whoever said so.
        public let code: String?

        public init(status: Status, message: String? = nil, code: String? = nil) {
            self.status = status
            self.message = message
            self.code = code
        }
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case active, inactive, permanent
    }
}

/// What an edit says of it: channels that are not named stay as they are.
public struct DoNotDisturbEdit: Sendable, Equatable {
    public var isOn: Bool?
    /// Nil as a value takes the setting away.
    public var channels: [DoNotDisturb.Channel: DoNotDisturb.Setting?] = [:]
    /// The outer nil leaves it, the inner one takes it away.
    public var inbound: DoNotDisturb.Setting??

    public init() {}
}

extension DoNotDisturb {
    mutating func apply(_ edit: DoNotDisturbEdit) {
        isOn = edit.isOn ?? isOn
        for (channel, setting) in edit.channels { channels[channel] = setting }
        inbound = edit.inbound ?? inbound
    }

    /// Everything but the switch, as it is kept in one column.
    private struct Settings: Codable {
        let channels: [Channel: Setting]
        let inbound: Setting?
    }

    /// Nil when there is nothing to say.
    var settingsText: String? {
        get throws {
            guard !channels.isEmpty || inbound != nil else { return nil }
            return try JSONText.encode(Settings(channels: channels, inbound: inbound))
        }
    }

    init(isOn: Bool, settingsText: String?) throws {
        self.isOn = isOn
        guard let settings: Settings = try settingsText.map({ try JSONText.decode(from: $0) }) else { return }
        channels = settings.channels
        inbound = settings.inbound
    }
}
