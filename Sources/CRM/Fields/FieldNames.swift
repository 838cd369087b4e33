/// Decides where a submitted field goes; the first rule that answers wins.
///
/// A browser reaches the standard properties and the fillable custom fields, nothing else: attribution, tags, ids and dates
/// have no name here.
struct FieldNames: Sendable {
    private let mapped: [String: FieldTarget]
    private let byKey: [String: FieldTarget]
    private let byDisplayName: [String: FieldTarget]
    /// The fields whose values have a spelling of their own.
    private let typed: [FieldID: CustomField]

    init(fields: [CustomField], mappings: [String: FieldTarget]) {
        let fillable = fields.filter { $0.fillable && $0.derivedFrom == nil }
        let ids = Set(fillable.map(\.id))
        mapped = mappings.filter { _, target in
            if case .custom(let id) = target { ids.contains(id) } else { true }
        }
        typed = Dictionary(
            fillable.filter { $0.type != .text && $0.type != .multiLine }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var byKey = Self.standardKeys
        var byDisplayName = Self.standardDisplayNames
        for field in fillable {
            let key = field.key.dropPrefix("contact.")
            for name in [Self.folded(field.key), Self.folded(key)] where byKey[name] == nil {
                byKey[name] = .custom(field.id)
            }
            let name = Self.displayed(field.name)
            byDisplayName[name] = byDisplayName[name] ?? .custom(field.id)
        }
        self.byKey = byKey
        self.byDisplayName = byDisplayName
    }

    /// What every account has, put together once.
    private static let standardKeys = ContactProperty.allCases.reduce(
        into: ["source": FieldTarget.contactSource]
    ) { keys, property in
        for name in property.formNames { keys[name] = .property(property) }
    }

    private static let standardDisplayNames = ContactProperty.allCases.reduce(into: [String: FieldTarget]()) {
        $0[displayed($1.label)] = .property($1)
    }

    /// The target of a field by what the owner said, else by its name, its label, or its name read as a label.
    func target(name: String, label: String?) -> FieldTarget? {
        let folded = Self.folded(name)
        return mapped[folded]
            ?? byKey[folded]
            ?? label.flatMap { byDisplayName[Self.displayed($0)] }
            ?? byDisplayName[Self.displayed(name)]
    }

    /// A value as the type of its field writes it; as it was, where it does not fit: what a visitor said is never lost.
    func spelled(_ value: String, for field: FieldID) -> String { typed[field]?.normalized(value) ?? value }

    /// One spelling for `first_name`, `firstName` and `first-name`.
    static func folded(_ name: String) -> String {
        let name = name.trimmed.lowercased()
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.filter { $0 != "_" && $0 != "-" } }
        return String(decoding: name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }

    /// A label as it is compared: without the star and the colon that forms put behind it.
    private static func displayed(_ label: String) -> String {
        var text = label.lowercased()
        while let last = text.last, last.isWhitespace || last == "*" || last == ":" { text.removeLast() }
        return text.trimmed
    }
}

extension String {
    fileprivate func dropPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
