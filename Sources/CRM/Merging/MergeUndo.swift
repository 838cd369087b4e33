/// What it takes to undo a merge.
struct MergeUndo: Codable, Sendable {
    /// The contact that is gone: its own rows, by table.
    let own: [String: [StoredRow]]
    /// The keys of the rows that went to the one that stays, by table.
    let moved: [String: [StoredRow]]
    /// The one that stays before and after the merge: `ContactTable.values`.
    let before: StoredRow
    let after: StoredRow
    /// What it was given besides.
    let tags: [String]
    let emails: [String]
    let custom: [String: String]
    let followers: [String]
}
