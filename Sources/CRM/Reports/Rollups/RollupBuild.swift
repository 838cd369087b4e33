/// Blocks that an account lacked, and those that it keeps for nothing: everything that one transaction writes.
struct RollupBuild: Sendable {
    struct Block: Sendable {
        let rollup: Rollup
        let span: RollupBlock.Span
        let range: Range<Milliseconds>
        let chunks: RollupChunks
        /// By chunk, its columns.
        let cells: [[UInt8]]
    }

    let account: AccountID
    var blocks: [Block] = []
    /// They lie otherwise than the account's days do: its time zone was another one.
    var strange: [(rollup: Rollup, block: RollupBlock)] = []
    /// When to look again.
    var next: Milliseconds
}
