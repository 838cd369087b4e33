/// What a build has come to: everything that one transaction writes.
struct FactBuild: Sendable {
    struct Part: Sendable {
        let stretch: FactStretch
        let rows: Int
        /// By name, those that are not all empty.
        let columns: [(name: String, data: [UInt8])]
    }

    struct Value: Sendable {
        let field: String
        let code: Int
        let value: String
        let digest: [UInt8]
    }

    let account: AccountID
    /// Where nothing stays of what was there.
    let cleared: [FactStretch]
    let parts: [Part]
    let newValues: [Value]
    let rows: Int

    /// So many rows a stretch is worth beside its own.
    static let stretchWeight = 40

    /// Whether something of it happened before a moment.
    func reaches(before moment: Milliseconds) -> Bool { cleared.contains { $0.range.lowerBound < moment } }

    var weight: Int { rows + cleared.count * Self.stretchWeight }
}
