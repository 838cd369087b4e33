import CRM

/// The kinds of fields that a person may choose.
enum FieldTypeChoices {
    /// A form built here uploads no files, and asks for several texts by several questions.
    static let forForms = FieldType.allCases.filter { $0 != .file && $0 != .signature && $0 != .textList }

    /// E-mail and phone have columns of their own on every contact; a second address is a text.
    static let forContacts = FieldType.allCases
}
