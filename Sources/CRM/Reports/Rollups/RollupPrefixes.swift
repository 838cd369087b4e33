/// Which rows of a roll-up questions are about: those whose codes begin with one of some sequences.
struct RollupPrefixes: Sendable {
    private(set) var all: [[UInt32]]

    /// All rows.
    static let everything = RollupPrefixes(all: [[]])

    /// So many at most: with more of them nearly every chunk would be read anyway.
    private static let most = 64

    private init(all: [[UInt32]]) { self.all = all }

    /// - Parameter filters: which hold together. They may let less through than what begins like this, and no more.
    init(_ filters: [FilterTable], in rollup: Rollup) {
        all = [[]]
        for column in rollup.columns {
            let limit = Self.most / max(all.count, 1)
            let own = filters.filter { $0.column.stored(of: rollup.subject) == column }
            guard let codes = own.lazy.compactMap({ $0.codes(atMost: limit) }).first else { return }
            all = all.flatMap { prefix in codes.map { prefix + [$0] } }
        }
    }

    /// Those of several questions.
    init(joining several: [RollupPrefixes]) {
        let all = several.flatMap(\.all)
        self.all = all.contains([]) ? [[]] : all
    }
}
