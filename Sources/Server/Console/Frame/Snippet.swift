/// A block of code to copy (`console/snippet`).
struct Snippet {
    let code: String
}
