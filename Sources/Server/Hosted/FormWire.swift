import CRM

/// An own form as the embedding script reads it.
struct FormWire: Encodable {
    let id: String
    let name: String
    let trackingId: String
    let fields: [Field]
    let source: String?
    let submitLabel: String
    let thankYou: String
    let redirect: String?
    /// Sealed: when the form was shown.
    let startedAt: String

    struct Field: Encodable {
        let name: String
        let label: String
        let type: String
        let required: Bool
        let options: [String]
    }

    init(_ form: Form, trackingID: String, seal: String) {
        id = form.id.rawValue
        name = form.name
        trackingId = trackingID
        fields = form.definition.fields.map {
            Field(name: $0.name, label: $0.label, type: $0.type.rawValue, required: $0.isRequired, options: $0.options)
        }
        source = form.definition.source
        submitLabel = form.definition.submitLabel
        thankYou = form.definition.thankYou
        redirect = form.definition.redirect
        startedAt = seal
    }
}
