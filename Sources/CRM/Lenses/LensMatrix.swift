import Attribution

/// Two lenses over the contacts of a period: which names the one gives and which the other.
public struct LensMatrix: Sendable {
    public let first: Lens
    public let second: Lens
    public let position: AttributionPosition
    /// Those that were looked at.
    public let contacts: Int
    /// Every pair of names that occurs, the most frequent first.
    public let cells: [Cell]
    /// Where the two do not agree, by cause, the most frequent first.
    public let disagreements: [Disagreement]
    /// When the oldest contact that was looked at was made, where older ones of the period were left out.
    public let isCutAt: Milliseconds?

    /// How many contacts have one name under the first lens and one under the second.
    public struct Cell: Sendable, Equatable {
        public let first: LensLabel
        public let second: LensLabel
        public let count: Int
        /// The newest few.
        public let samples: [LensSample]

        public var agreement: LensAgreement { first.agreement(with: second) }
    }

    /// A cause for which two lenses give contacts different names.
    public struct Disagreement: Sendable, Equatable {
        public let first: LensLabel
        public let second: LensLabel
        /// Why, in one sentence.
        public let sentence: String
        public let count: Int
        /// The newest few.
        public let samples: [LensSample]
    }

    public func count(_ agreement: LensAgreement) -> Int {
        cells.reduce(0) { $0 + ($1.agreement == agreement ? $1.count : 0) }
    }

    public subscript(first: LensLabel, second: LensLabel) -> Cell? {
        cells.first { $0.first == first && $0.second == second }
    }
}

/// A contact to look at.
public struct LensSample: Sendable, Equatable {
    public let contact: ContactID
    public let name: String

    public init(contact: ContactID, name: String) {
        self.contact = contact
        self.name = name
    }
}
