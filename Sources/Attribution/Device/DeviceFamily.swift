/// What the visitor holds in the hand or sits in front of.
struct DeviceFamily: Sendable {
    let name: String
    /// All of these stand in the user agent.
    private let tokens: [String]
    private let systemName: String?
    /// What the number of the system's version follows.
    private let versionToken: String?

    private init(_ name: String, _ tokens: String..., system: String? = nil, version: String? = nil) {
        self.name = name
        self.tokens = tokens
        systemName = system
        versionToken = version
    }

    /// Whether Safari's version there is the system's.
    var isAppleMobile: Bool { systemName == "iOS" || systemName == "iPadOS" }

    static func of(_ agent: UserAgentText) -> DeviceFamily? {
        known.first { $0.tokens.allSatisfy(agent.contains) }
    }

    /// "iOS 18". Windows and macOS have long frozen the version they tell.
    func system(in agent: UserAgentText) -> String? {
        guard let systemName, let versionToken, var version = agent.major(after: versionToken) else { return nil }
        // Since iOS 26 the system's own version is frozen at 18, Safari's is not, and the two are always the same.
        if isAppleMobile, let safari = agent.major(after: " Version/"), safari > version { version = safari }
        // Chrome tells every site "Android 10; K", whatever the phone runs.
        if agent.contains("Android 10; K)") { return nil }
        return "\(systemName) \(version)"
    }

    /// The first that applies; devices that pretend to be another stand before it.
    private static let known: [DeviceFamily] = [
        DeviceFamily("Windows phone", "Windows Phone"),
        DeviceFamily("Xbox", "Xbox"),
        DeviceFamily("PlayStation", "PlayStation"),
        DeviceFamily("Nintendo Switch", "Nintendo Switch"),
        DeviceFamily("Apple TV", "AppleTV"),
        DeviceFamily("Smart TV", "Tizen", "TV"),
        DeviceFamily("Smart TV", "Web0S"),
        DeviceFamily("Fire TV", "Android", "AFT"),
        DeviceFamily("Smart TV", "Android", "TV"),
        DeviceFamily("Quest headset", "OculusBrowser"),
        DeviceFamily("iPhone", "iPhone", system: "iOS", version: "iPhone OS "),
        DeviceFamily("iPad", "iPad", system: "iPadOS", version: "CPU OS "),
        DeviceFamily("iPod", "iPod", system: "iOS", version: "iPhone OS "),
        DeviceFamily("Kindle Fire tablet", "Silk/", "Android"),
        DeviceFamily("Android phone", "Android", "Mobile", system: "Android", version: "Android "),
        DeviceFamily("Android tablet", "Android", system: "Android", version: "Android "),
        DeviceFamily("Windows PC", "Windows"),
        DeviceFamily("Chromebook", "CrOS"),
        DeviceFamily("Mac", "Macintosh"),
        DeviceFamily("Linux PC", "Linux"),
        DeviceFamily("Linux PC", "X11"),
    ]
}
