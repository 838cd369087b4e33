/// A form as a visitor sent it.
public struct FormFill: Sendable, Codable {
    public enum Origin: String, Sendable, Codable {
        /// A form of the customer's own page, seen by the script.
        case external
        /// A form built here.
        case own
    }

    public let origin: Origin
    /// The `id` of the page's form, or our form's id. Any characters.
    public let formID: String
    public let formName: String
    /// The hidden Source value of an own form.
    public let hiddenSource: String?
    public let fields: [FilledField]

    public init(origin: Origin, formID: String, formName: String, hiddenSource: String?, fields: [FilledField]) {
        self.origin = origin
        self.formID = formID
        self.formName = formName
        self.hiddenSource = hiddenSource
        self.fields = fields
    }
}

/// One field of a form: several values where several were chosen.
public struct FilledField: Sendable, Codable, Equatable {
    public let name: String
    public let label: String?
    public let values: [String]

    public init(name: String, label: String?, values: [String]) {
        self.name = name
        self.label = label
        self.values = values
    }

    /// The value as one text; nil when nothing was filled in.
    public var value: String? {
        values.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: ", ").nonEmpty
    }
}
