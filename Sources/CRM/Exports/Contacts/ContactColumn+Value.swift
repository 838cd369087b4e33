import Attribution

extension ContactColumn {
    /// The cell of a contact that is at hand; `ContactCell` reads the same from the tables.
    func value(_ detail: ContactDetail) -> String? {
        let contact = detail.contact
        return switch content {
        case .id: contact.id.rawValue
        case .property(let property): contact.properties[property]
        case .additionalEmails: detail.additionalEmails.joined(separator: ", ")
        case .tags: detail.tags.joined(separator: ", ")
        case .contactSource: contact.contactSource
        case .timeZone: contact.timeZone
        case .created: contact.createdAt.iso8601
        case .updated: contact.updatedAt.iso8601
        case .original(let fact): contact.original?[fact]
        case .custom(let field): detail.custom[field]
        case .attribution(let position, let field): detail.attribution(position)?.record[field]
        case .subLabel(let position): detail.attribution(position)?.record.verdict?.subLabel
        case .why(let position): detail.attribution(position)?.record.verdict?.sentence
        }
    }
}

extension OriginalTraffic {
    fileprivate subscript(fact: ContactColumn.OriginalFact) -> String? {
        switch fact {
        case .channel: channel.label
        case .source: source
        case .medium: medium
        case .campaign: campaign
        case .term: term
        case .referrer: referrer
        }
    }
}
