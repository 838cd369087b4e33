import Foundation

/// What a form asks and what it does afterwards. Every text is text, never HTML.
public struct FormDefinition: Sendable, Codable, Equatable {
    public var fields: [FormField]
    /// The hidden value that becomes Contact Source.
    public var source: String?
    public var submitLabel: String
    public var thankYou: String
    /// Where to go instead of showing the thank-you text: an absolute http(s) address.
    public var redirect: String?

    public init(fields: [FormField], source: String?, submitLabel: String, thankYou: String, redirect: String?) {
        self.fields = fields
        self.source = source
        self.submitLabel = submitLabel
        self.thankYou = thankYou
        self.redirect = redirect
    }

    /// What a new form starts from: name, e-mail, phone, message.
    public static let starter = FormDefinition(
        fields: [
            FormField(name: "first_name", label: "First name", type: .text, isRequired: false, options: []),
            FormField(name: "last_name", label: "Last name", type: .text, isRequired: false, options: []),
            FormField(name: "email", label: "Email", type: .email, isRequired: true, options: []),
            FormField(name: "phone", label: "Phone", type: .phone, isRequired: false, options: []),
            FormField(name: "message", label: "How can we help?", type: .multiLine, isRequired: false, options: []),
        ],
        source: nil, submitLabel: "Send", thankYou: "Thank you. We will be in touch soon.", redirect: nil)

    /// Everything that is wrong with the definition, in the order of the page; empty when it can be saved.
    public var problems: [String] {
        var problems: [String] = []
        if fields.isEmpty { problems.append("A form needs at least one field.") }
        if fields.count > 100 { problems.append("A form can have at most 100 fields.") }
        if !fields.contains(where: { $0.type == .email || $0.type == .phone }) {
            problems.append("A form needs an e-mail or a phone field: without one nobody can be reached.")
        }
        for field in fields { problems += field.problems }
        let names = fields.map { FieldNames.folded($0.name) }
        for name in Set(names.filter { name in names.count { $0 == name } > 1 }).sorted() {
            problems.append("Two fields are named \(name): their answers would overwrite each other.")
        }
        if let redirect, !Self.isWebAddress(redirect) {
            problems.append("The redirect must be a whole address that begins with https:// or http://.")
        }
        return problems
    }

    private static func isWebAddress(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty else { return false }
        return (parts.scheme == "https" || parts.scheme == "http") && text.utf8.count <= 2_048
    }
}
