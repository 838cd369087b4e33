import Testing

@testable import Telemetry

@Suite("Series under many hands")
struct SeriesTests {
    @Test("No addition is lost when many tasks count at once")
    func concurrent() async {
        let counter = Counter()
        let sizes = Histogram.ofSizes()
        let level = Gauge()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for size in 1...1_000 {
                        counter.add()
                        level.add(1)
                        sizes.observe(size)
                        level.add(-1)
                    }
                }
            }
        }
        #expect(counter.value == 8_000)
        #expect(sizes.count == 8_000)
        #expect(sizes.sum == 8 * 500_500)
        #expect(level.value == 0)
    }

    @Test("Each case counts for itself")
    func cases() {
        enum Reason: String, CaseIterable {
            case bot, malformed
        }
        let counters = Counters<Reason>()
        counters[.bot].add(3)
        #expect(counters[.bot].value == 3)
        #expect(counters[.malformed].value == 0)
    }

    @Test("The made histograms have rising ends")
    func bounds() {
        for histogram in [Histogram.ofLatencies(), .ofJobs(), .ofSizes()] {
            histogram.observe(0)
            #expect(histogram.counts.first == 1)
        }
    }
}
