import Attribution

/// Where the value of a column goes.
enum ImportTarget: Sendable, Equatable {
    case property(ContactProperty)
    case additionalEmails
    case tags
    case contactSource
    case timeZone
    case created
    case custom(FieldID)
    case attribution(AttributionPosition, AttributionField)
    /// A column that Headwater fills by itself, or that nothing is known of.
    case passed
}

/// Which columns of a file go where: by the names of Headwater's own exports, and by those that HighLevel's have.
struct ImportColumns: Sendable {
    let targets: [ImportTarget]
    /// The headers of columns that are passed over because nothing is known of them.
    let unknown: [String]

    init(_ headers: [String], fields: [CustomField]) {
        let known = Self.known(fields)
        var unknown: [String] = []
        targets = headers.map { header in
            if let target = known[Self.folded(header)] { return target }
            if !Self.own.contains(Self.folded(header)), !header.isEmpty { unknown.append(header) }
            return .passed
        }
        self.unknown = unknown
    }

    /// Columns of the contacts export that follow from others.
    private static let own: Set<String> = Set(
        [
            "Contact ID", "Updated", "Last Activity", "Original Channel", "Original Source", "Original Medium",
            "Original Campaign", "Original Term", "Original Referrer", "First: Sub-label", "First: Why",
            "Latest: Sub-label", "Latest: Why", "First: Device", "Latest: Device",
        ].map(folded))

    private static func known(_ fields: [CustomField]) -> [String: ImportTarget] {
        var known: [String: ImportTarget] = [:]
        func add(_ name: String, _ target: ImportTarget) { known[folded(name)] = known[folded(name)] ?? target }
        for property in [.fullName] + ContactProperty.stored {
            add(property.label, .property(property))
            add(property.apiName, .property(property))
            for name in property.formNames { add(name, .property(property)) }
        }
        add("Name", .property(.fullName))
        add("Business Name", .property(.companyName))
        add("Additional Emails", .additionalEmails)
        add("Tags", .tags)
        add("Contact Source", .contactSource)
        add("Source", .contactSource)
        add("Time Zone", .timeZone)
        add("Timezone", .timeZone)
        add("Created", .created)
        add("Date Added", .created)
        add("Created On", .created)
        for position in AttributionPosition.allCases {
            for field in AttributionField.allCases where field != .device {
                add("\(position.label): \(field.label)", .attribution(position, field))
            }
        }
        for field in fields {
            let target: ImportTarget = field.derivedFrom == nil ? .custom(field.id) : .passed
            add(field.key, target)
            add(field.name, target)
        }
        return known
    }

    /// `first_name`, `First Name` and `firstName` are one name.
    private static func folded(_ name: String) -> String {
        FieldNames.folded(name).filter { !$0.isWhitespace }
    }
}
