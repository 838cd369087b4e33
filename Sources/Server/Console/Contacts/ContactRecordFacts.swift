import CRM

/// Whose a contact is and what may be sent to it, as its page lists it; what nobody has said is left out, but the owner.
struct ContactRecordFacts {
    let all: [ContactRecordPage.Fact]

    init(_ contact: Contact, _ users: [User]) {
        let owner = contact.assignedTo.map { id in users.first { $0.id == id }?.email.text ?? "Somebody else" }
        let said: [(label: String, text: String?)] = [
            ("Type", contact.kind == .lead ? nil : contact.kind.label),
            ("Date of birth", contact.dateOfBirth?.rawValue), ("Gender", contact.gender),
            ("Do not disturb", Self.silence(contact.doNotDisturb)),
        ]
        all =
            [ContactRecordPage.Fact(label: "Owner", text: owner)]
            + said.filter { $0.text != nil }.map { ContactRecordPage.Fact(label: $0.label, text: $0.text) }
    }

    /// Nil when everything may be sent.
    private static func silence(_ wish: DoNotDisturb) -> String? {
        if wish.isOn { return "Everything" }
        let channels = DoNotDisturb.Channel.allCases.filter { (wish.channels[$0]?.status ?? .inactive) != .inactive }
        return channels.isEmpty ? nil : channels.map(\.label).joined(separator: ", ")
    }
}

extension DoNotDisturb.Channel {
    fileprivate var label: String {
        switch self {
        case .call: "Calls"
        case .email: "E-mail"
        case .sms: "SMS"
        case .whatsApp: "WhatsApp"
        case .gmb: "Google Business"
        case .fb: "Facebook"
        }
    }
}
