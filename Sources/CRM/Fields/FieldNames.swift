/// Decides where a submitted field goes; the first rule that answers wins.
///
/// A browser reaches the standard properties and the fillable custom fields, nothing else: attribution, tags, ids and dates
/// have no name here.
struct FieldNames: Sendable {
    private let mapped: [String: FieldTarget]
    private let byKey: [String: FieldTarget]
    private let byDisplayName: [String: FieldTarget]

    init(fields: [CustomField], mappings: [String: FieldTarget]) {
        let fillable = fields.filter { $0.fillable && $0.derivedFrom == nil }
        mapped = mappings.filter { _, target in
            if case .custom(let id) = target { fillable.contains { $0.id == id } } else { true }
        }
        var byKey: [String: FieldTarget] = ["source": .contactSource]
        var byDisplayName: [String: FieldTarget] = [:]
        for property in ContactProperty.allCases {
            for name in property.formNames { byKey[name] = .property(property) }
            byDisplayName[Self.displayed(property.label)] = .property(property)
        }
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

    /// The target of a field by what the owner said, else by its name, its label, or its name read as a label.
    func target(name: String, label: String?) -> FieldTarget? {
        let folded = Self.folded(name)
        return mapped[folded]
            ?? byKey[folded]
            ?? label.flatMap { byDisplayName[Self.displayed($0)] }
            ?? byDisplayName[Self.displayed(name)]
    }

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
