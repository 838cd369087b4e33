import Attribution

/// What the codes of one field of an account stand for, and which of them are one group.
///
/// Codes that differ in nothing but case, or in the spaces around them, are one group; all unfilled placeholders are
/// another one. It only grows: a code that was read keeps its meaning for as long as the dictionary's epoch lasts.
struct FactDictionary: Sendable {
    /// By code; nil for 0 and for codes that are not in use.
    private(set) var values: [String?] = [nil]
    /// By code, the group; 0 for 0 and for codes that are not in use.
    private(set) var groups: [UInt32] = [0]
    /// By group, what it is compared by; the text of group 0 is empty and stands for no value.
    private(set) var keys: [String] = [""]
    /// The group of the placeholders that nobody filled; nil while there is none.
    private(set) var placeholderGroup: UInt32?
    private var groupOfKey: [String: UInt32] = [:]

    /// The highest code that is known.
    var lastCode: Int { values.count - 1 }

    /// The key of the group that holds the placeholders.
    static let placeholderKey = "{placeholder}"

    /// Takes up the next value. Codes come in ascending order; a code that was left out is in nobody's part.
    mutating func append(_ value: String, code: Int) {
        guard code >= values.count else { return }
        while values.count < code {
            values.append(nil)
            groups.append(0)
        }
        values.append(value)
        groups.append(group(of: value))
    }

    private mutating func group(of value: String) -> UInt32 {
        if Placeholder.isPlaceholder(value) {
            let group = placeholderGroup ?? newGroup(Self.placeholderKey)
            placeholderGroup = group
            return group
        }
        let key = Self.key(of: value)
        if let known = groupOfKey[key] { return known }
        let group = newGroup(key)
        groupOfKey[key] = group
        return group
    }

    private mutating func newGroup(_ key: String) -> UInt32 {
        keys.append(key)
        return UInt32(keys.count - 1)
    }

    /// What two values of one group have in common.
    static func key(of value: String) -> String { value.trimmed.lowercased() }

    /// The group that a value belongs to; nil where no code has such a value.
    func group(matching value: String) -> UInt32? {
        if Placeholder.isPlaceholder(value) || value == Self.placeholderKey { return placeholderGroup }
        return groupOfKey[Self.key(of: value)]
    }
}
