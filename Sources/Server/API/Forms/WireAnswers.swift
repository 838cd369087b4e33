import CRM

/// What was answered, each under its own name, and beside it how the sender came there.
///
/// An answer that is mapped to a custom field stands under the field's id. A form may have questions of any name: one that
/// is called like the two members of our own is left out here and stands with the submission in the console.
struct WireAnswers: Encodable {
    private let answers: [(name: String, value: String)]
    private let eventData: WireEventData

    init(_ sent: SentForm) {
        var seen: Set<String> = Key.own
        answers = sent.conversion.fields.map { ($0.apiName, $0.value) }.filter { seen.insert($0.0).inserted }
        eventData = WireEventData(sent)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in answers { try container.encode(value, forKey: Key(name)) }
        try container.encode(answers.map(\.name), forKey: .sequence)
        try container.encode(eventData, forKey: .eventData)
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        static let eventData = Key("eventData")
        /// A public misspelling that clients read: the names in the order of the form.
        static let sequence = Key("fieldsOriSequance")
        static let own = Set([eventData.stringValue, sequence.stringValue])

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

extension SubmittedField {
    /// The custom field's id, or the name that it was sent under.
    fileprivate var apiName: String {
        if case .custom(let id)? = target.flatMap(FieldTarget.init(rawValue:)) { id.rawValue } else { name }
    }
}
