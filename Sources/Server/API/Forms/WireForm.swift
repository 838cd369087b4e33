/// An own form as API clients read it.
struct WireForm: Encodable {
    let id: String
    let name: String
    let locationId: String
}

struct WireForms: Encodable {
    let forms: [WireForm]
    /// On all pages.
    let total: Int
}
