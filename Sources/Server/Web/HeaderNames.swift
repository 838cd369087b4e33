import HTTPTypes

extension HTTPField.Name {
    static let dropped = known("X-Headwater-Dropped")
    static let forwardedFor = known("X-Forwarded-For")
    /// Global Privacy Control: `Sec-GPC: 1`.
    static let globalPrivacyControl = known("Sec-GPC")
    static let purpose = known("Purpose")
    static let referrerPolicy = known("Referrer-Policy")
    static let secCHUA = known("Sec-CH-UA")

    /// A name that is written in this program; one that is no header name is a mistake of the same program.
    static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name(name.description) else { preconditionFailure("no header name") }
        return name
    }
}
