/// One text of a list.
struct TextLine: Equatable {
    let text: String
}
