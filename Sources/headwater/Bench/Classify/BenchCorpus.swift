import Attribution
import Foundation

/// The landings that are measured: always the same ones, so that figures of different days compare.
struct BenchCorpus {
    static let usualPath = "Bench/corpus.tsv"

    let landings: [Landing]
    private let ownDomains = OwnDomains(["clinic.example"])

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure("Cannot read \(path). Run this where Headwater's sources are, or name a --corpus.")
        }
        landings = text.split(separator: "\n").compactMap(Self.landing)
        if landings.isEmpty { throw CommandFailure("\(path) holds no landing: a line is a URL, a tab and a referrer.") }
    }

    /// What deciding costs: the source and the rule, evidence pointed at and not copied.
    ///
    /// - Parameter userAgent: of every landing; with one, the landings lose their referrers, as in a social app.
    func row(_ name: String, _ classifier: Classifier, userAgent: String = "", samples: Int) -> PairCost {
        var bytes: [UInt8] = []
        let places = landings.map { landing in
            let start = bytes.count
            bytes += landing.url.utf8
            let end = bytes.count
            if userAgent.isEmpty { bytes += (landing.referrer ?? "").utf8 }
            return (url: start..<end, referrer: end..<bytes.count)
        }
        // One block of bytes that is looked at in place, as the rows of a database are and as ada's driver has it.
        return row(name, samples: samples) {
            let all = bytes.span
            let agent = userAgent.utf8
            var seen = 0
            for place in places {
                let decision = classifier.decide(
                    url: all.extracting(place.url), referrer: all.extracting(place.referrer), userAgent: agent.span,
                    ownDomains: ownDomains)
                seen &+= decision.rule.number.utf8.count
            }
            return seen
        }
    }

    /// What a verdict in words costs, as it is stored with a conversion.
    func explainedRow(_ name: String, _ classifier: Classifier, samples: Int) -> PairCost {
        row(name, samples: samples) {
            landings.reduce(0) { $0 &+ classifier.classify($1, ownDomains: ownDomains).evidence.count }
        }
    }

    /// - Parameter judge: judges each landing once, and answers a number that depends on the results, so that no
    ///   compiler leaves the work out.
    private func row(_ name: String, samples: Int, judge: () -> Int) -> PairCost {
        var seen = 0
        func round() { seen &+= judge() }
        round()
        let allocations = AllocationCount.during(round)
        let time = Timing.of(samples: samples, round)
        return PairCost(
            name: name, time: time.divided(by: landings.count),
            allocations: allocations.map { Double($0) / Double(landings.count) })
    }

    private static func landing(_ line: Substring) -> Landing? {
        guard let tab = line.firstIndex(of: "\t") else { return nil }
        let referrer = line[line.index(after: tab)...]
        return Landing(url: String(line[..<tab]), referrer: referrer.isEmpty ? nil : String(referrer))
    }
}
