/// The things of one level and of one parent: by which IDs and names they are known, and what they are called.
///
/// An ID is worth more than a name. A name finds an ID when it is that of one thing only, at whatever time.
struct AdNames {
    private var ids: Set<String> = []
    private var byName: [String: Set<String>] = [:]
    private var labels: [AdKey: (day: CalendarDate?, label: String)] = [:]

    /// - Parameter day: of a cost; the newest day has the label. A tag has none, and is asked last.
    mutating func add(_ name: AdName, day: CalendarDate?) {
        guard let id = name.id?.lowercased() else { return }
        ids.insert(id)
        // A placeholder that nobody filled is nobody's name: what has only that came from anywhere.
        guard let text = name.name, text != AdReportQueries.placeholder else { return }
        byName[AdName.folded(text), default: []].insert(id)
        label(.id(id), text, day)
    }

    /// What a name is the name of, once all have been added.
    func key(_ name: AdName) -> AdKey {
        if let id = name.id?.lowercased() { return .id(id) }
        guard let text = name.name else { return .none }
        let folded = AdName.folded(text)
        guard let known = byName[folded], known.count == 1, let id = known.first else { return .name(folded) }
        return .id(id)
    }

    /// The key, with the spelling remembered where only a name says what it is.
    mutating func keyed(_ name: AdName, day: CalendarDate?) -> AdKey {
        let key = key(name)
        if case .name = key, let text = name.name { label(key, text, day) }
        return key
    }

    func label(of key: AdKey) -> String? { labels[key]?.label }

    private mutating func label(_ key: AdKey, _ text: String, _ day: CalendarDate?) {
        if let old = labels[key], (old.day ?? .first, old.label) >= (day ?? .first, text) { return }
        labels[key] = (day, text)
    }
}
