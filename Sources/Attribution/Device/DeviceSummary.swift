/// A device as a person would say it: "iPhone (Safari, iOS 18)", "Windows PC (Chrome 131)", "Googlebot".
public enum DeviceSummary {
    /// Nil where the user agent says nothing that a person would recognise.
    public static func describe(userAgent: String) -> String? {
        let agent = UserAgentText(userAgent)
        guard !agent.isBlank else { return nil }
        if let robot = Robot.name(in: agent) { return robot }
        let device = DeviceFamily.of(agent)
        let browser = Browser.of(agent)
        guard device != nil || browser != nil else { return nil }
        let details = [browser?.text(in: agent, on: device), device?.system(in: agent)].compactMap { $0 }
        let name = device?.name ?? "Unknown device"
        return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
    }
}
