import ArgumentParser

/// Tries one input after the other, and notes which one before each.
struct FuzzWorker {
    let seed: UInt64
    let inputs: UInt64
    let seconds: Int
    let progress: FuzzProgress

    /// How often the explanation is asked for too, which judges a landing dozens of times over.
    private static let thoroughEvery: UInt64 = 16

    func run() throws {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        for number in 0..<inputs {
            progress.note(number)
            if number % 256 == 0, clock.now > end { return }
            let input = FuzzInput(seed: seed, number: number)
            let isThorough = number % Self.thoroughEvery == 0
            if let contradiction = FuzzCheck.contradiction(in: input, isThorough: isThorough) {
                Report.line("fuzz: \(contradiction)")
                throw ExitCode.failure
            }
        }
        progress.note(inputs)
    }
}
