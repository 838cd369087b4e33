import HTTPTypes

extension HTTPField.Name {
    /// How many requests a token may make in the interval.
    static let rateLimitMax = known("X-RateLimit-Max")
    static let rateLimitRemaining = known("X-RateLimit-Remaining")
    static let rateLimitInterval = known("X-RateLimit-Interval-Milliseconds")
    static let rateLimitDaily = known("X-RateLimit-Limit-Daily")
    static let rateLimitDailyRemaining = known("X-RateLimit-Daily-Remaining")
}
