import Database

/// What a field of a form or a custom field holds.
public enum FieldType: String, Sendable, Codable, CaseIterable, SQLConvertible {
    case text
    case multiLine = "multi_line"
    case email
    case phone
    case select
    case multiSelect = "multi_select"
    case checkbox
    case radio
    case number
    case money
    case date
    case rating
    case boolean
    case file
    case signature
    /// Several short texts, each under a label of its own.
    case textList = "text_list"

    /// The name a person reads in a list of types.
    public var label: String {
        switch self {
        case .text: "Text"
        case .multiLine: "Long text"
        case .email: "E-mail"
        case .phone: "Phone"
        case .select: "Dropdown"
        case .multiSelect: "Dropdown, several"
        case .checkbox: "Checkboxes"
        case .radio: "Radio buttons"
        case .number: "Number"
        case .money: "Amount"
        case .date: "Date"
        case .rating: "Rating"
        case .boolean: "Yes or no"
        case .file: "File (name, size and type only)"
        case .signature: "Signature (name, size and type only)"
        case .textList: "List of texts"
        }
    }

    /// Whether a field of the type has options; those of a list of texts are its labels.
    public var hasOptions: Bool {
        switch self {
        case .select, .multiSelect, .checkbox, .radio, .textList: true
        default: false
        }
    }
}
