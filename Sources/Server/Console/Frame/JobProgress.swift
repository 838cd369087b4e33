/// How far a long job is: a bar, and the same in words.
struct JobProgress {
    let value: String
    let max: String
    let text: String

    /// - Parameter total: 0 while nobody knows: the bar is empty then.
    init(_ done: Int, of total: Int, text: String) {
        value = "\(min(done, Swift.max(total, 1)))"
        max = "\(Swift.max(total, 1))"
        self.text = text
    }
}
