/// A page of the contacts behind a figure of an ads report.
public struct AdContacts: Sendable {
    /// What the figure is of, outermost first.
    public let names: [String]
    /// The figures of the row: one contact can stand behind several consults.
    public let results: AdResults
    public internal(set) var ids: [ContactID]
    /// On all pages.
    public internal(set) var total: Int
    public internal(set) var next: Place?

    /// Where a page ends: on which road, and where on it.
    public struct Place: Sendable, Equatable {
        let road: Int
        /// Nil: at the beginning of the road.
        let place: ReportContacts.Place?

        public var text: String { "\(road)-\(place?.text ?? "")" }

        init(road: Int, place: ReportContacts.Place?) {
            self.road = road
            self.place = place
        }

        /// Reads what `text` writes; nil for anything else.
        public init?(text: String) {
            let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let road = Int(parts[0]), road >= 0 else { return nil }
            let place = ReportContacts.Place(text: String(parts[1]))
            guard place != nil || parts[1].isEmpty else { return nil }
            self.init(road: road, place: place)
        }
    }
}
