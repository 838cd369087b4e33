import CRM

/// One labelled control of a page (`console/field`): exactly one of `line`, `area`, `select`, `check` and `choices` is set.
struct FieldControl {
    let id: String
    let name: String
    let label: String
    var wide = false
    var required = false
    var line: Line?
    var area: Area?
    var select: Select?
    var check: Check?
    var choices: Choices?
    var hint: String?
    var error: String?

    struct Line {
        let type: String
        var value: String?
        var autocomplete: String?
        var inputmode: String?
        var maxlength: Int?
    }

    struct Area {
        var value: String?
    }

    struct Select {
        let options: [Option]
    }

    struct Check {
        let checked: Bool
    }

    struct Choices {
        let type: String
        let options: [Choice]
    }

    struct Option {
        let value: String
        let label: String
        let selected: Bool
    }

    struct Choice {
        let id: String
        let value: String
        let label: String
        let checked: Bool
    }

    init(id: String, name: String, label: String) {
        self.id = id
        self.name = name
        self.label = label
    }

    /// The control for a question of an own form, with what was answered before.
    init(_ field: FormField, id: String, values: [String], problem: String?) {
        self.init(id: id, name: field.name, label: field.label)
        required = field.isRequired
        error = problem
        switch field.type {
        case .multiLine:
            area = Area(value: values.first)
            wide = true
        case .select:
            let empty = Option(value: "", label: "Please choose", selected: values.isEmpty)
            let options = field.options.map { Option(value: $0, label: $0, selected: values.contains($0)) }
            select = Select(options: [empty] + options)
        case .boolean:
            check = Check(checked: values.contains("true"))
        case .radio, .checkbox, .multiSelect:
            choices = Choices(
                type: field.type == .radio ? "radio" : "checkbox",
                options: field.options.enumerated().map { index, option in
                    Choice(id: "\(id)-\(index)", value: option, label: option, checked: values.contains(option))
                })
        case .text, .email, .phone, .number, .money, .date, .rating, .file, .signature, .textList:
            line = Line(
                type: Self.inputType(field.type), value: values.first, autocomplete: Self.autocomplete(field),
                inputmode: field.type == .money ? "decimal" : nil, maxlength: 2_000)
        }
    }

    private static func inputType(_ type: FieldType) -> String {
        switch type {
        case .email: "email"
        case .phone: "tel"
        case .number, .rating: "number"
        case .date: "date"
        default: "text"
        }
    }

    /// The browser's own names for what it knows of its user (HTML, section "Autofill").
    private static func autocomplete(_ field: FormField) -> String? {
        switch field.type {
        case .email: return "email"
        case .phone: return "tel"
        default: break
        }
        return [
            "first_name": "given-name", "last_name": "family-name", "full_name": "name", "name": "name",
            "address1": "street-address", "city": "address-level2", "state": "address-level1",
            "postal_code": "postal-code", "country": "country-name", "company_name": "organization", "website": "url",
        ][field.name]
    }
}
