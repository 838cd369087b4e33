import Attribution

/// A revision of an account's rules, ready to judge.
struct JudgingBook: Sendable {
    /// 0 before anything was published.
    let revision: Int
    let classifier: Classifier
}

/// What an account's new landings are judged by: the book in use locks the verdict, the others may have an opinion.
///
/// The others are the revision that is being published, so that it misses nothing, and those that are kept, so that
/// going back to one finds nothing missing.
struct JudgingBooks: Sendable {
    let current: JudgingBook
    let others: [JudgingBook]
}
