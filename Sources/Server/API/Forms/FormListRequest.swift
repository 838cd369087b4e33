import CRM

/// Which page of the forms.
struct FormListRequest {
    let offset: Int
    let limit: Int
    /// Clients ask for `folder` as well: forms are in no folders here.
    let wantsForms: Bool

    static let parameters: [APIParameter] = [
        .location, .optional("skip", .integer(0...100_000), "How many to leave out; 0 when left out"),
        .optional("limit", .integer(1...50), "10 when left out"),
        .optional("type", .string, "`form`, or left out; there is nothing of any other type"),
    ]

    init(_ query: FormBody) {
        offset = query["skip"].flatMap { Int($0) } ?? 0
        limit = query["limit"].flatMap { Int($0) } ?? 10
        wantsForms = query["type"]?.nonBlank.map { $0 == "form" } ?? true
    }
}
