extension CustomField {
    /// A value as the field's type writes it: `12.5` for `12,5`, an option in its own spelling, a date as `YYYY-MM-DD`.
    ///
    /// Nil for a value that does not fit the type. What a form brings is kept all the same, as it was; it shows as not
    /// fitting for as long as it does not.
    public func normalized(_ value: String) -> String? {
        let value = value.trimmed
        guard !value.isEmpty else { return nil }
        switch type {
        case .text, .multiLine, .file, .signature, .textList: return value
        case .email: return EmailAddress(value)?.text
        case .phone: return PhoneNumber(value)?.text
        case .number, .rating: return NumberText(value)?.text
        case .money: return NumberText(amount: value)?.text
        case .date: return Self.day(value)?.rawValue
        case .boolean: return Self.answer(value)
        case .select, .radio:
            let option = options.first { $0 == value } ?? options.first { $0.lowercased() == value.lowercased() }
            return option ?? (allowsOther ? value : nil)
        case .multiSelect, .checkbox:
            return ChosenOptions(value, among: options, allowsOther: allowsOther)?.options.joined(separator: ", ")
        }
    }

    /// Whether a stored value is what the field's type asks for.
    public func fits(_ value: String) -> Bool { normalized(value) != nil }

    /// The values of a field that can have several, one by one.
    public func parts(of value: String) -> [String] {
        guard type == .multiSelect || type == .checkbox else { return [value] }
        return ChosenOptions(value, among: options, allowsOther: true)?.options ?? [value]
    }

    /// What is due, for somebody whose value does not fit.
    public var expectation: String {
        switch type {
        case .text, .multiLine, .file, .signature, .textList: "a text"
        case .email: "an e-mail address"
        case .phone: "a phone number of 5 to 15 digits"
        case .number, .rating: "a number"
        case .money: "an amount"
        case .date: "a date as YYYY-MM-DD"
        case .boolean: "Yes or No"
        case .select, .radio: "one of its options"
        case .multiSelect, .checkbox: "among its options"
        }
    }

    /// A date, a date with a time behind it, or the milliseconds since 1970 that programs send.
    private static func day(_ value: String) -> CalendarDate? {
        if (11...14).contains(value.utf8.count), let moment = Milliseconds(value) {
            return CalendarDate(String(moment.iso8601.prefix(10)))
        }
        return CalendarDate(value)
    }

    private static func answer(_ value: String) -> String? {
        switch value.lowercased() {
        case "yes", "true", "on", "1": "Yes"
        case "no", "false", "off", "0": "No"
        default: nil
        }
    }
}
