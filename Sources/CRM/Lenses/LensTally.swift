import Attribution

/// Counts contacts by what two lenses call them, with the first few of each kind.
struct LensTally {
    /// So many contacts are kept to look at, the first that come.
    static let sampleLimit = 5

    private let pair: LensPair
    private var ownDomains = OwnDomainsReader()
    private var kinds: [LensComparison: Kind] = [:]
    private(set) var contacts = 0

    private struct Kind {
        var count = 0
        var samples: [Sample] = []

        mutating func count(_ sample: Sample) {
            count += 1
            if samples.count < LensTally.sampleLimit { samples.append(sample) }
        }

        mutating func merge(_ other: Kind) {
            count += other.count
            samples = Array((samples + other.samples).sorted { $0.place < $1.place }.prefix(LensTally.sampleLimit))
        }
    }

    private struct Labels: Hashable {
        let first: LensLabel
        let second: LensLabel
    }

    /// A contact with its place in the order in which contacts came.
    private struct Sample {
        let place: Int
        let contact: ContactID
    }

    init(_ pair: LensPair) { self.pair = pair }

    mutating func take(_ contact: LensStore.ContactTouch) throws {
        contacts += 1
        kinds[try comparison(contact.touch), default: Kind()].count(Sample(place: contacts, contact: contact.contact))
    }

    private mutating func comparison(_ touch: LensTouch) throws -> LensComparison {
        guard let landing = touch.landing else { return pair.compare(withoutVisit: touch.source) }
        return pair.compare(landing, ownDomains: try ownDomains.read(touch.ownDomains))
    }

    /// Every contact that a matrix shows.
    var samples: Set<ContactID> { Set(kinds.values.flatMap(\.samples).map(\.contact)) }

    /// - Parameter names: what the sample contacts are called; one that is gone meanwhile is left out.
    func matrix(on position: AttributionPosition, names: [ContactID: String], isCutAt: Milliseconds?) -> LensMatrix {
        func samples(_ kind: Kind) -> [LensSample] {
            kind.samples.compactMap { sample in
                names[sample.contact].map { LensSample(contact: sample.contact, name: $0) }
            }
        }
        let disagreements = kinds.compactMap { comparison, kind in
            comparison.difference.map {
                LensMatrix.Disagreement(
                    first: comparison.first, second: comparison.second, sentence: $0, count: kind.count,
                    samples: samples(kind))
            }
        }
        return LensMatrix(
            first: pair.first, second: pair.second, position: position, contacts: contacts,
            cells: cells.map {
                LensMatrix.Cell(first: $0.first, second: $0.second, count: $1.count, samples: samples($1))
            }.sorted { ($1.count, $0.key) < ($0.count, $1.key) },
            disagreements: disagreements.sorted { ($1.count, $0.key) < ($0.count, $1.key) },
            isCutAt: isCutAt)
    }

    /// The kinds without their causes.
    private var cells: [Labels: Kind] {
        var cells: [Labels: Kind] = [:]
        for (comparison, kind) in kinds {
            cells[Labels(first: comparison.first, second: comparison.second), default: Kind()].merge(kind)
        }
        return cells
    }
}

extension LensMatrix.Cell {
    fileprivate var key: String { first.text + "\n" + second.text }
}

extension LensMatrix.Disagreement {
    fileprivate var key: String { first.text + "\n" + second.text + "\n" + sentence }
}
