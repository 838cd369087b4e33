import Attribution

/// The worst cases at growing lengths: what is linear costs the same a byte at every length.
struct WorstCaseReport {
    let samples: Int

    private static let lengths = [1, 2, 4, 8].map { $0 * 1_024 }
    /// How much dearer a byte may be in the longest text than in the shortest; quadratic work makes it eight times.
    private static let tolerance = 3.0

    /// - Throws: when a case is not linear.
    func print() throws {
        try StandardOutput.line(heading)
        var failed: [String] = []
        for worst in WorstCase.all {
            let costs = Self.lengths.map { nanosecondsPerByte(worst, bytes: $0) }
            try StandardOutput.line(line(worst.name, costs))
            if let first = costs.first, let last = costs.last, last > first * Self.tolerance {
                failed.append(worst.name)
            }
        }
        guard failed.isEmpty else {
            throw CommandFailure("Not linear, a byte of 8 KiB costs over three times one of 1 KiB: \(failed)")
        }
    }

    private func nanosecondsPerByte(_ worst: WorstCase, bytes: Int) -> Double {
        let landing = worst.landing(bytes: bytes)
        let classifier = Classifier(worst.rules)
        let ownDomains = OwnDomains([])
        var seen = 0
        let time = Timing.of(samples: samples) {
            seen &+= classifier.decide(landing, ownDomains: ownDomains).rule.number.utf8.count
        }
        return time.best / Double(bytes)
    }

    private var heading: String {
        "worst case, ns a byte".paddedRight(24)
            + Self.lengths.map { "\($0 / 1_024) KiB".paddedLeft(11) }.joined()
    }

    private func line(_ name: String, _ costs: [Double]) -> String {
        name.paddedRight(24) + costs.map { $0.text(decimals: 2).paddedLeft(11) }.joined()
    }
}
