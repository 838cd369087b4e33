import Attribution
import Database

/// Judges the landings of a scan, row after row: the one place where stored bytes meet the classifier.
struct LandingReader {
    private let classifier: Classifier
    private var domains = OwnDomainsReader()

    init(_ classifier: Classifier) { self.classifier = classifier }

    /// The positions of what the rules look at in the columns of a scan.
    struct Columns {
        let url: Int
        let referrer: Int
        let userAgent: Int
        let ownDomains: Int
    }

    mutating func decide(_ row: borrowing ColumnView, _ columns: Columns) throws -> Decision {
        let domains = try ownDomains(row, columns.ownDomains)
        // What is absent is empty to the classifier.
        let absent = UnsafeRawBufferPointer(start: nil, count: 0)
        let url = row.bytes(columns.url) ?? absent
        let referrer = row.bytes(columns.referrer) ?? absent
        let userAgent = row.bytes(columns.userAgent) ?? absent
        return classifier.decide(
            url: url.assumingMemoryBound(to: UInt8.self).span,
            referrer: referrer.assumingMemoryBound(to: UInt8.self).span,
            userAgent: userAgent.assumingMemoryBound(to: UInt8.self).span, ownDomains: domains)
    }

    /// The domains that a verdict looked at.
    mutating func ownDomains(_ row: borrowing ColumnView, _ column: Int) throws -> OwnDomains {
        guard let bytes = row.bytes(column) else { throw DatabaseError.column(name: "own_domains", expected: "a list") }
        return try domains.read(bytes)
    }
}
