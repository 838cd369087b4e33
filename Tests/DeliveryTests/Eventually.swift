import Testing

/// Waits until something is so, and fails where it is not within a time that is too long for any machine.
func eventually(_ isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while try await !isSo() {
        try #require(ContinuousClock.now < end, "it never came to it")
        try await Task.sleep(for: .milliseconds(5))
    }
}
