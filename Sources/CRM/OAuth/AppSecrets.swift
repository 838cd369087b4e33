/// How the secrets of apps begin, so that whoever finds one knows what it is.
enum AppSecrets {
    static let clientPrefix = "hws-"
    static let codePrefix = "hwc-"
    static let accessPrefix = "hwa-"
    static let refreshPrefix = "hwr-"

    static let codeLength: Milliseconds = 5 * .minute
    static let accessLength: Milliseconds = .day
    static let refreshLength: Milliseconds = 365 * .day
    /// For so long a code that was used is known as one when somebody brings it again.
    static let codeMemory: Milliseconds = .day
}
