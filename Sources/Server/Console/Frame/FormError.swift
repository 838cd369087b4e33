/// One thing that is wrong with a form (`console/errors`).
struct FormError: Equatable {
    let text: String
    /// The id of the control it is about.
    var fieldId: String?
}
