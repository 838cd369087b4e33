extension FactDictionary {
    /// The groups of values whose label contains a text, in the order of their keys, each under its first spelling.
    func suggestions(
        _ names: ReportNames, of field: ReportField, containing text: String, limit: Int
    ) -> [ReportKey] {
        let wanted = Self.key(of: text)
        var labels: [UInt32: String] = [:]
        for code in values.indices {
            guard let value = values[code], labels[groups[code]] == nil else { continue }
            let label = names.label(value, of: field)
            guard wanted.isEmpty || Self.key(of: label).contains(wanted) else { continue }
            labels[groups[code]] = label
        }
        return labels.sorted { keys[Int($0.key)] < keys[Int($1.key)] }.prefix(limit).map { group, label in
            ReportKey(key: keys[Int(group)], label: label, isPlaceholder: group == placeholderGroup)
        }
    }
}
