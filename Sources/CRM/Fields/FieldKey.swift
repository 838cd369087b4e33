/// What clients and merge fields call a custom field, made of its name.
enum FieldKey {
    /// `preferred_doctor` for "Preferred Doctor"; nil when no letter or digit is left.
    static func slug(of name: String) -> String? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: "_").nonEmpty
    }

    /// `contact.preferred_doctor`, from a name or from a key that a client wishes; nil when nothing is left of it.
    static func key(_ model: FieldModel, _ text: String) -> String? {
        let prefix = model.rawValue + "."
        let name = text.trimmed.lowercased()
        // A wished key may carry the model already.
        return slug(of: name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name).map { prefix + $0 }
    }
}
