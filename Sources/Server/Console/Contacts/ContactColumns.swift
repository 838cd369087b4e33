import Attribution
import CRM
import Hummingbird

/// The columns that a person has chosen, the usual ones first, then as in the menu, kept in a cookie of the account.
struct ContactColumns {
    let chosen: [ContactColumn]

    private static let name = "hw_columns"
    private static let separator = "~"
    /// So many names fit into a cookie.
    private static let most = 40

    init(_ request: Request) {
        guard let value = request.cookies[Self.name]?.value else {
            chosen = ContactColumn.usual
            return
        }
        chosen = value.split(separator: Self.separator).prefix(Self.most)
            .compactMap { ContactColumn(rawValue: String($0)) }
    }

    init(_ names: [String], fields: [CustomField]) {
        let wanted = Set(names.compactMap(ContactColumn.init(rawValue:)))
        let usual = ContactColumn.usual
        let others = Self.groups(fields).flatMap(\.columns).filter { !usual.contains($0) }
        chosen = Array((usual + others).filter(wanted.contains).prefix(Self.most))
    }

    /// Kept for a year, for the pages of this account only: custom fields are the account's own.
    func cookie(_ paths: AccountPaths, isSecure: Bool) -> Cookie {
        Cookie(
            name: Self.name, value: chosen.map(\.rawValue).joined(separator: Self.separator), maxAge: 31_536_000,
            path: paths.root, secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    struct Group {
        let label: String
        let columns: [ContactColumn]
    }

    static func groups(_ fields: [CustomField]) -> [Group] {
        let details: [ContactColumn] = ContactProperty.stored.map(ContactColumn.property)
        return [
            Group(label: "Contact", columns: details + [.contactSource, .tags, .created, .updated])
        ]
            + AttributionPosition.allCases.map { position in
                Group(
                    label: "\(position.label) attribution",
                    columns: AttributionField.allCases.map { .attribution(AttributionReference(position, $0)) })
            } + [Group(label: "Custom fields", columns: fields.map { .custom($0.id) })]
    }
}
