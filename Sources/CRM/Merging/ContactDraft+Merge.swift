import Attribution

extension ContactDraft {
    /// Takes what another contact of the same person has and this one has not.
    ///
    /// - Parameters:
    ///   - other: the contact that goes.
    ///   - isOlder: whether the other's First is the older one: it survives (attribution.md, First and Latest).
    ///   - isNewer: whether the other's Latest is the newer one.
    mutating func absorb(_ other: ContactDraft, firstIsOlder isOlder: Bool, latestIsNewer isNewer: Bool) {
        absorbAddresses(of: other)
        for property in ContactProperty.stored where contact.properties[property] == nil {
            contact.properties[property] = other.contact.properties[property]
        }
        custom.merge(other.custom) { own, _ in own }
        tags.formUnion(other.tags)
        contact.contactSource = contact.contactSource ?? other.contact.contactSource
        contact.timeZone = contact.timeZone ?? other.contact.timeZone
        contact.assignedTo = contact.assignedTo ?? other.contact.assignedTo
        contact.dateOfBirth = contact.dateOfBirth ?? other.contact.dateOfBirth
        contact.gender = contact.gender ?? other.contact.gender
        if other.contact.kind == .customer { contact.kind = .customer }
        // Who asked one of the two not to be disturbed asked for it as a person.
        if other.contact.doNotDisturb.isOn, !contact.doNotDisturb.isOn {
            contact.doNotDisturb = other.contact.doNotDisturb
        }
        if isOlder {
            contact.first = other.contact.first
            contact.original = other.contact.original ?? contact.original
        } else {
            contact.original = contact.original ?? other.contact.original
        }
        if isNewer { contact.latest = other.contact.latest }
    }

    /// The other's e-mail address becomes an additional one where this contact has its own.
    private mutating func absorbAddresses(of other: ContactDraft) {
        additionalEmails.formUnion(other.additionalEmails)
        guard let own = contact.properties[.email].flatMap(EmailAddress.init) else { return }
        if let address = other.contact.properties[.email] { additionalEmails.insert(address) }
        additionalEmails = additionalEmails.filter { EmailAddress($0)?.key != own.key }
    }
}
