/// Where a long job stands, as its page says it.
struct JobState: Equatable {
    let good: Bool
    let bad: Bool
    let text: String

    static func good(_ text: String) -> JobState { JobState(good: true, bad: false, text: text) }
    static func bad(_ text: String) -> JobState { JobState(good: false, bad: true, text: text) }
    static func neutral(_ text: String) -> JobState { JobState(good: false, bad: false, text: text) }
}
