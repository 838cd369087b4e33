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
    func row(_ name: String, _ classifier: Classifier, samples: Int) -> PairCost {
        row(name, samples: samples) { classifier.decide($0, ownDomains: ownDomains).rule.number.utf8.count }
    }

    /// What a verdict in words costs, as it is stored with a conversion.
    func explainedRow(_ name: String, _ classifier: Classifier, samples: Int) -> PairCost {
        row(name, samples: samples) { classifier.classify($0, ownDomains: ownDomains).evidence.count }
    }

    /// - Parameter judge: answers a number that depends on the result, so that no compiler leaves the work out.
    private func row(_ name: String, samples: Int, judge: (Landing) -> Int) -> PairCost {
        var seen = 0
        func round() { for landing in landings { seen &+= judge(landing) } }
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
