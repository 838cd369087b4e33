/// A metric under its name: what it means, and the series that it has.
public struct Family: Sendable {
    enum Kind: String {
        case counter, gauge, histogram
    }

    let name: String
    let help: String
    let kind: Kind
    let lines: @Sendable () -> [Line]

    /// One line of the answer: `name` + `suffix`, labels, value.
    struct Line {
        var suffix = ""
        var labels = Labels.none
        let value: Double
    }

    public static func counter(_ name: StaticString, _ help: StaticString, _ counter: Counter) -> Family {
        counters(name, help) { [(Labels.none, Double(counter.value))] }
    }

    /// One series for every case; each is there from the beginning, so that its first event is a rise.
    public static func counters<Case>(
        _ name: StaticString, _ help: StaticString, by label: StaticString, _ counters: Counters<Case>
    ) -> Family {
        let series = counters.all.map { ([label: $0.key.rawValue] as Labels, $0.counter) }
        return self.counters(name, help) { series.map { ($0, Double($1.value)) } }
    }

    /// Counts that are kept elsewhere, read at each scrape.
    public static func counters(
        _ name: StaticString, _ help: StaticString, read: @escaping @Sendable () -> [(Labels, Double)]
    ) -> Family {
        Family(name, help, .counter) { read().map { Line(labels: $0, value: $1) } }
    }

    public static func gauge(_ name: StaticString, _ help: StaticString, _ gauge: Gauge) -> Family {
        Family(name, help, .gauge) { [Line(value: Double(gauge.value))] }
    }

    /// A level that is read at each scrape; nil leaves it out.
    public static func gauge(
        _ name: StaticString, _ help: StaticString, read: @escaping @Sendable () -> Double?
    ) -> Family {
        Family(name, help, .gauge) { read().map { [Line(value: $0)] } ?? [] }
    }

    public static func gauges(
        _ name: StaticString, _ help: StaticString, read: @escaping @Sendable () -> [(Labels, Double)]
    ) -> Family {
        Family(name, help, .gauge) { read().map { Line(labels: $0, value: $1) } }
    }

    public static func histogram(_ name: StaticString, _ help: StaticString, _ histogram: Histogram) -> Family {
        histograms(name, help) { [(Labels.none, histogram)] }
    }

    public static func histograms(
        _ name: StaticString, _ help: StaticString, read: @escaping @Sendable () -> [(Labels, Histogram)]
    ) -> Family {
        Family(name, help, .histogram) { read().flatMap { lines(of: $1, labels: $0) } }
    }

    private init(_ name: StaticString, _ help: StaticString, _ kind: Kind, lines: @escaping @Sendable () -> [Line]) {
        self.name = name.description
        self.help = help.description
        self.kind = kind
        self.lines = lines
    }

    /// Buckets are cumulative in the answer: each counts what is not above its end.
    private static func lines(of histogram: Histogram, labels: Labels) -> [Line] {
        let sum = histogram.sum
        var count = 0
        var lines: [Line] = []
        for (bound, inBucket) in zip(histogram.bounds + [.infinity], histogram.counts) {
            count += inBucket
            lines.append(
                Line(suffix: "_bucket", labels: labels.adding("le", Number.text(bound)), value: Double(count)))
        }
        return lines + [
            Line(suffix: "_sum", labels: labels, value: sum),
            Line(suffix: "_count", labels: labels, value: Double(count)),
        ]
    }
}
