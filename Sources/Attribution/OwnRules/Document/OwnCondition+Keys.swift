extension OwnCondition {
    /// The keys of a condition in the document of a rule book.
    public enum Key: String, Sendable, CaseIterable {
        case parameter, referrerHost, landingHost, landingPath, userAgent
        case `is`, value, not

        /// A condition has exactly one of these.
        static let subjects: [Key] = [.parameter, .referrerHost, .landingHost, .landingPath, .userAgent]
    }
}
