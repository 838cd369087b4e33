import Attribution
import CRM

/// What one column says of one contact; none of source, text and time means that it says nothing.
struct ContactCell: Equatable {
    let label: String
    let number = false
    var source: LabelledSource?
    var text: String?
    var time: Moment?

    /// A source, and the finer label that an own rule gave beside it.
    struct LabelledSource: Equatable {
        let key: String
        let label: String
        let subLabel: String?
    }

    init(_ column: ContactColumn, label: String, of detail: ContactDetail, fields: [CustomField], _ clock: AccountClock)
    {
        self.label = label
        let contact = detail.contact
        switch column {
        case .property(let property): text = contact.properties[property]
        case .contactSource: text = contact.contactSource
        case .tags: text = detail.tags.isEmpty ? nil : detail.tags.joined(separator: ", ")
        case .created: time = clock.moment(contact.createdAt)
        case .updated: time = clock.moment(contact.updatedAt)
        case .attribution(let reference): show(reference, of: detail, clock)
        case .custom(let id):
            guard let field = fields.first(where: { $0.id == id }) else { return }
            if let reference = field.derivedFrom {
                show(reference, of: detail, clock)
            } else {
                text = detail.value(of: field)
            }
        }
    }

    private mutating func show(_ reference: AttributionReference, of detail: ContactDetail, _ clock: AccountClock) {
        guard let stored = detail.attribution(reference.position) else { return }
        switch reference.field {
        case .sessionSource: source = LabelledSource(stored)
        case .createdAt: time = clock.moment(stored.record.createdAt)
        default: text = stored.record[reference.field]
        }
    }
}

extension ContactCell.LabelledSource {
    init(_ stored: StoredAttribution) {
        self.init(
            key: stored.source.rawValue, label: stored.source.label, subLabel: stored.record.verdict?.subLabel)
    }
}
