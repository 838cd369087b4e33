import Testing

@testable import Telemetry

@Suite("The text that Prometheus reads")
struct RegistryTests {
    private enum Colour: String, CaseIterable {
        case red
        case green = "light green"
    }

    @Test("Metrics are sorted by name, series by label, and each case is there before its first event")
    func sorted() {
        let colours = Counters<Colour>()
        colours[.red].add(2)
        let depth = Gauge()
        depth.add(5)
        depth.add(-3)
        let registry = Registry([
            .gauge("queue_depth", "Requests that wait.", depth),
            .counters("colours_total", "Colours seen.", by: "colour", colours),
        ])
        #expect(
            registry.text == """
                # HELP colours_total Colours seen.
                # TYPE colours_total counter
                colours_total{colour="light green"} 0
                colours_total{colour="red"} 2
                # HELP queue_depth Requests that wait.
                # TYPE queue_depth gauge
                queue_depth 2

                """)
    }

    @Test("The buckets of a histogram are cumulative, include their ends, and end with +Inf")
    func histogram() {
        let sizes = Histogram(.count, bounds: [1, 4])
        for size in [1, 2, 4, 5, 100] { sizes.observe(size) }
        #expect(
            Registry([.histogram("batch_size", "Events.", sizes)]).text == """
                # HELP batch_size Events.
                # TYPE batch_size histogram
                batch_size_bucket{le="1"} 1
                batch_size_bucket{le="4"} 3
                batch_size_bucket{le="+Inf"} 5
                batch_size_sum 112
                batch_size_count 5

                """)
    }

    @Test("Time is measured in seconds, to the nanosecond")
    func time() {
        let times = Histogram(.seconds, bounds: [0.005, 0.1])
        times.observe(.milliseconds(5))
        times.observe(.nanoseconds(5_000_001))
        times.observe(.seconds(2))
        let text = Registry([.histograms("took_seconds", "Time.") { [(["job": "sweep"] as Labels, times)] }]).text
        #expect(text.contains("took_seconds_bucket{job=\"sweep\",le=\"0.005\"} 1\n"))
        #expect(text.contains("took_seconds_bucket{job=\"sweep\",le=\"0.1\"} 2\n"))
        #expect(text.contains("took_seconds_sum{job=\"sweep\"} 2.010000001\n"))
        #expect(text.contains("took_seconds_count{job=\"sweep\"} 3\n"))
    }

    @Test("A label's value cannot leave its quotes, nor a help text its line")
    func escaping() {
        let registry = Registry([
            .gauges("odd", "One\nline, one \\.") { [(["value": "a\"b\\c\nd\r\ne"] as Labels, 1)] }
        ])
        #expect(
            registry.text == "# HELP odd One\\nline, one \\\\.\n# TYPE odd gauge\n"
                + "odd{value=\"a\\\"b\\\\c\\nd\r\\ne\"} 1\n")
    }

    @Test("What is not known now has a name and no value")
    func absent() {
        let registry = Registry([.gauge("free_bytes", "Free.") { nil }, .gauge("one", "One.") { 1 }])
        #expect(
            registry.text == "# HELP free_bytes Free.\n# TYPE free_bytes gauge\n"
                + "# HELP one One.\n# TYPE one gauge\none 1\n")
    }

    @Test(
        "Numbers are written as the format wants them",
        arguments: [
            (0, "0"), (-3, "-3"), (1.5, "1.5"), (0.0005, "0.0005"), (1e15, "1000000000000000"), (1e300, "1e+300"),
            (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
        ])
    func numbers(_ value: Double, _ text: String) {
        #expect(Number.text(value) == text)
    }
}
