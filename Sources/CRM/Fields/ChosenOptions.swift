/// Which options of a field a text names: `Mon, Tue`.
struct ChosenOptions {
    /// The options in the order in which they are named, each once, in their own spelling.
    let options: [String]

    /// Nil when a part of the text is no option, unless anything may be chosen. An option may have commas of its own:
    /// the longest one that fits counts.
    init?(_ text: String, among options: [String], allowsOther: Bool) {
        let known = options.map { (text: $0, key: Self.folded($0)) }.sorted { $0.key.count > $1.key.count }
        var rest = Self.folded(text)[...]
        var written = text.trimmed[...]
        var chosen: [String] = []
        // The folded text is what is compared, and what was written is kept where anything goes.
        guard rest.count == written.count else { return nil }
        while !rest.isEmpty {
            let found = known.first { rest.hasPrefix($0.key) && Self.ends(rest.dropFirst($0.key.count)) }
            let length = found?.key.count ?? rest.prefix { $0 != "," }.count
            guard found != nil || allowsOther else { return nil }
            chosen.append(found?.text ?? String(written.prefix(length)).trimmed)
            let gap = rest.dropFirst(length).prefix { $0 == "," || $0.isWhitespace }.count
            rest = rest.dropFirst(length + gap)
            written = written.dropFirst(length + gap)
        }
        var seen: Set<String> = []
        self.options = chosen.filter { !$0.isEmpty && seen.insert($0).inserted }
        if self.options.isEmpty { return nil }
    }

    private static func folded(_ text: String) -> String { text.trimmed.lowercased() }

    /// Whether an option may end here: at the end of the text, or before a comma.
    private static func ends(_ rest: Substring) -> Bool {
        rest.first { !$0.isWhitespace }.map { $0 == "," } ?? true
    }
}
