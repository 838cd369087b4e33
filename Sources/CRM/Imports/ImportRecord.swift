import Attribution

/// One contact of a file, as it is to be written.
struct ImportRecord: Sendable {
    /// Where it stands, counted from 1: the line of a file, or the number of an object.
    let line: Int
    var edit = ContactEdit()
    var additionalEmails: [String] = []
    var createdAt: Milliseconds?
    var first: ImportedAttribution?
    var latest: ImportedAttribution?
    /// Why it cannot be written; each begins with what is wrong.
    var problems: [String] = []

    init(line: Int) { self.line = line }

    var history: ImportedHistory { ImportedHistory(first: first, latest: latest) }
    var emailKey: String? { (edit.properties[.email] ?? nil).flatMap(EmailAddress.init)?.key }
    var phoneKey: String? { (edit.properties[.phone] ?? nil).flatMap(PhoneNumber.init)?.key }

    /// Takes the value of one column; an empty cell says nothing.
    mutating func take(_ value: String, _ target: ImportTarget, fields: [CustomField]) {
        guard let value = value.trimmed.nonEmpty.map(Self.withoutGuard) else { return }
        switch target {
        case .property(.email):
            if EmailAddress(value) == nil { problems.append("Email is not an e-mail address") }
            edit.properties[.email] = value
        case .property(.phone):
            if PhoneNumber(value) == nil { problems.append("Phone is not a number of 5 to 15 digits") }
            edit.properties[.phone] = value
        case .property(let property): edit.properties[property] = value
        case .additionalEmails: additionalEmails += Self.list(value).filter { EmailAddress($0) != nil }
        case .tags: edit.tags = (edit.tags ?? []).union(Self.list(value))
        case .contactSource: edit.contactSource = value
        case .timeZone: takeTimeZone(value)
        case .created: takeCreated(value)
        case .custom(let id): takeCustom(value, id, fields)
        case .attribution(let position, let field): takeAttribution(value, position, field)
        case .passed: break
        }
    }

    /// Whether there is enough to know the contact by.
    mutating func finish() {
        let names = [ContactProperty.fullName, .firstName, .lastName, .companyName]
        if emailKey == nil, phoneKey == nil, problems.isEmpty, names.allSatisfy({ edit.properties[$0] == nil }) {
            problems.append("There is no e-mail address, no phone number and no name")
        }
    }

    private mutating func takeTimeZone(_ value: String) {
        if TimeZoneName.isKnown(value) { edit.timeZone = value } else { problems.append("Time Zone is not known") }
    }

    private mutating func takeCreated(_ value: String) {
        createdAt = MomentText.read(value)
        if createdAt == nil { problems.append("Created is not a time in ISO 8601") }
    }

    private mutating func takeCustom(_ value: String, _ id: FieldID, _ fields: [CustomField]) {
        guard let field = fields.first(where: { $0.id == id }) else { return }
        guard field.fits(value) else { return problems.append("\(field.name) must be \(field.expectation)") }
        edit.custom[id] = value
    }

    private mutating func takeAttribution(
        _ value: String, _ position: AttributionPosition, _ field: AttributionField
    ) {
        var attribution =
            (position == .first ? first : latest) ?? ImportedAttribution(source: nil, values: [:], createdAt: nil)
        switch field {
        case .sessionSource:
            attribution.source = Source(spelling: value)
            if attribution.source == nil { problems.append("\(position.label): Source is none of the ten sources") }
        case .createdAt:
            attribution.createdAt = MomentText.read(value)
            if attribution.createdAt == nil { problems.append("\(position.label): Created At is not a time") }
        default: attribution.values[field] = value
        }
        if position == .first { first = attribution } else { latest = attribution }
    }

    /// The apostrophe that an export puts before what a spreadsheet would run.
    private static func withoutGuard(_ value: String) -> String {
        guard value.first == "'", let second = value.dropFirst().first, "=+-@\t\r".contains(second) else {
            return value
        }
        return String(value.dropFirst())
    }

    private static func list(_ value: String) -> [String] {
        value.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
