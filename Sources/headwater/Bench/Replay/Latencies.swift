/// How long answers took, in milliseconds.
struct Latencies: Sendable, CustomStringConvertible {
    private let sorted: [Double]

    init(_ durations: [Duration]) {
        sorted = durations.map { $0.seconds * 1_000 }.sorted()
    }

    var p50: Double { part(0.5) }
    var p99: Double { part(0.99) }

    var description: String {
        "\(sorted.count) batches, p50 \(p50.text(decimals: 1)) ms, p99 \(p99.text(decimals: 1)) ms"
    }

    private func part(_ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
