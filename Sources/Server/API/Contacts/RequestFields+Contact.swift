import CRM

extension RequestFields {
    /// A truth, or a text that reads as one.
    func flag(_ name: String) -> Bool? {
        switch self[name]?.text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// A user's id; the inner nil: nobody.
    mutating func user(_ name: String) -> UserID?? {
        text(name).map { $0?.nonBlank.map(UserID.init(rawValue:)) }
    }

    mutating func date(_ name: String) -> CalendarDate?? {
        guard let text = text(name) else { return nil }
        guard let words = text?.nonBlank else { return .some(nil) }
        guard let date = CalendarDate(words) else {
            problems.append("\(name) must be a date like 1990-09-25")
            return nil
        }
        return date
    }

    /// The channels in the spelling of either version, and what is said of incoming messages.
    mutating func doNotDisturb() -> DoNotDisturbEdit {
        var edit = DoNotDisturbEdit()
        edit.isOn = flag("dnd")
        if case .object(let members)? = self["dndSettings"] {
            for member in members {
                guard let channel = DoNotDisturb.Channel(apiName: member.key) else { continue }
                edit.channels[channel] = .some(DoNotDisturb.Setting(member.value))
            }
        }
        switch self["inboundDndSettings"] {
        case .null?: edit.inbound = .some(nil)
        case let settings?: edit.inbound = settings["all"].map { DoNotDisturb.Setting($0) }
        case nil: break
        }
        return edit
    }
}

extension DoNotDisturb.Channel {
    /// The name in the second version of the API; the third has that of the case.
    func apiName(_ version: APIVersion) -> String {
        switch (version, self) {
        case (.v3, _): rawValue
        case (.v2, .call): "Call"
        case (.v2, .email): "Email"
        case (.v2, .sms): "SMS"
        case (.v2, .whatsApp): "WhatsApp"
        case (.v2, .gmb): "GMB"
        case (.v2, .fb): "FB"
        }
    }

    init?(apiName: String) {
        let small = apiName.lowercased()
        guard let channel = Self.allCases.first(where: { $0.rawValue.lowercased() == small }) else { return nil }
        self = channel
    }
}

extension DoNotDisturb.Setting {
    /// Nil for null: the setting is taken away.
    fileprivate init?(_ value: WireValue) {
        guard let status = value["status"]?.text.flatMap(DoNotDisturb.Status.init(rawValue:)) else { return nil }
        self.init(
            status: status, message: value["message"]?.text?.cut(to: 500), code: value["code"]?.text?.cut(to: 100))
    }
}
