/// A page of the contacts behind a figure, those first whose counted thing is the newest.
public struct ReportContacts: Sendable, Equatable {
    /// Where a page ends: the next one begins behind it.
    public struct Place: Hashable, Sendable {
        let at: Milliseconds
        let id: ContactID

        init(at: Milliseconds, id: ContactID) {
            self.at = at
            self.id = id
        }

        /// Reads what `text` writes; nil for anything else.
        public init?(text: String) {
            let parts = text.split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let at = Milliseconds(parts[0]), parts[1].utf8.count <= 100 else { return nil }
            self.init(at: at, id: ContactID(rawValue: String(parts[1])))
        }

        public var text: String { "\(at).\(id.rawValue)" }
    }

    public let ids: [ContactID]
    /// How many there are on all pages together.
    public let total: Int
    /// Nil on the last page.
    public let next: Place?
}

extension ReportContacts.Place: Comparable {
    /// The one that comes first in the list is the smaller one.
    public static func < (left: Self, right: Self) -> Bool { (left.at, left.id) > (right.at, right.id) }
}
