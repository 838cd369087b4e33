import CRM

/// The types of custom fields, as HighLevel's API calls them (its spelling of "monetary" included).
enum WireFieldType: String, CaseIterable {
    case text = "TEXT"
    case largeText = "LARGE_TEXT"
    case numerical = "NUMERICAL"
    case phone = "PHONE"
    case monetory = "MONETORY"
    case checkbox = "CHECKBOX"
    case singleOptions = "SINGLE_OPTIONS"
    case multipleOptions = "MULTIPLE_OPTIONS"
    case date = "DATE"
    case textboxList = "TEXTBOX_LIST"
    case fileUpload = "FILE_UPLOAD"
    case radio = "RADIO"
    case email = "EMAIL"
    case signature = "SIGNATURE"

    init(_ type: FieldType) {
        self =
            switch type {
            case .text: .text
            case .multiLine: .largeText
            case .number, .rating: .numerical
            case .phone: .phone
            case .money: .monetory
            case .checkbox: .checkbox
            case .select, .boolean: .singleOptions
            case .multiSelect: .multipleOptions
            case .date: .date
            case .textList: .textboxList
            case .file: .fileUpload
            case .radio: .radio
            case .email: .email
            case .signature: .signature
            }
    }

    /// The type of a field that is made through the API.
    var type: FieldType {
        switch self {
        case .text: .text
        case .largeText: .multiLine
        case .numerical: .number
        case .phone: .phone
        case .monetory: .money
        case .checkbox: .checkbox
        case .singleOptions: .select
        case .multipleOptions: .multiSelect
        case .date: .date
        case .textboxList: .textList
        case .fileUpload: .file
        case .radio: .radio
        case .email: .email
        case .signature: .signature
        }
    }
}

extension CustomField {
    /// What may be chosen; a question of Yes or No has no options of its own.
    var wireOptions: [String] { type == .boolean ? ["Yes", "No"] : options }
}
