import CRM

/// `dndSettings`: what is said of each channel, under its name in the client's version.
struct WireDoNotDisturb: Encodable {
    private let channels: [String: Setting]

    struct Setting: Encodable {
        let status: String
        @OrNull var message: String?
        @OrNull var code: String?

        init(_ setting: DoNotDisturb.Setting) {
            status = setting.status.rawValue
            message = setting.message
            code = setting.code
        }
    }

    init(_ settings: [DoNotDisturb.Channel: DoNotDisturb.Setting], _ version: APIVersion) {
        channels = Dictionary(
            uniqueKeysWithValues: settings.map { ($0.apiName(version), Setting($1)) })
    }

    /// `inboundDndSettings`: one for everything that comes in.
    init(inbound: DoNotDisturb.Setting?) {
        channels = inbound.map { ["all": Setting($0)] } ?? [:]
    }

    func encode(to encoder: any Encoder) throws {
        try channels.encode(to: encoder)
    }
}
