/// One question of a form.
public struct FormField: Sendable, Codable, Equatable {
    /// What the answer is sent as, and by which it finds its place on the contact.
    public var name: String
    public var label: String
    public var type: FieldType
    public var isRequired: Bool
    public var options: [String]

    public init(name: String, label: String, type: FieldType, isRequired: Bool, options: [String]) {
        self.name = name
        self.label = label
        self.type = type
        self.isRequired = isRequired
        self.options = options
    }

    var problems: [String] {
        let called = label.nonEmpty ?? name.nonEmpty ?? "A field"
        var problems: [String] = []
        if name.isEmpty || name.count > 100 { problems.append("\(called) needs a name of at most 100 characters.") }
        if label.isEmpty || label.count > 300 { problems.append("\(called) needs a label of at most 300 characters.") }
        if type.hasOptions, options.isEmpty { problems.append("\(called) needs at least one option.") }
        if options.count > 200 { problems.append("\(called) can have at most 200 options.") }
        return problems
    }

    /// What is wrong with an answer, in words for the visitor; nil when it can be sent.
    func problem(with values: [String]) -> String? {
        let given = values.map(\.trimmed).filter { !$0.isEmpty }
        guard let first = given.first else { return isRequired ? "Please fill in this field." : nil }
        switch type {
        case .email:
            return EmailAddress(first) == nil ? "This is not a complete e-mail address." : nil
        case .phone:
            return PhoneNumber(first) == nil ? "This is not a complete phone number." : nil
        case .number, .money, .rating:
            let number = Double(first.replacing(",", with: "."))
            return number?.isFinite == true ? nil : "Please give a number."
        case .date:
            return first.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? "Please give a date as YYYY-MM-DD." : nil
        case .select, .radio:
            return options.contains(first) && given.count == 1 ? nil : "Please choose one of the options."
        case .multiSelect, .checkbox:
            return given.allSatisfy(options.contains) ? nil : "Please choose among the options."
        case .text, .multiLine, .boolean, .file, .signature, .textList:
            return nil
        }
    }
}

/// What is wrong with a filled form: the field's name and the words for it.
public struct FormProblem: Sendable, Equatable {
    public let field: String
    public let message: String
}

extension FormDefinition {
    /// The answers as they are captured: only the questions that were asked.
    public func filled(with values: [String: [String]]) -> [FilledField] {
        fields.map { field in
            FilledField(name: field.name, label: field.label, values: values[field.name] ?? [])
        }
    }

    public func problems(with values: [String: [String]]) -> [FormProblem] {
        fields.compactMap { field in
            field.problem(with: values[field.name] ?? []).map { FormProblem(field: field.name, message: $0) }
        }
    }
}
