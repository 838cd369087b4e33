import Attribution

/// A rule book as it is stored: the JSON in which it is imported and exported.
enum RuleDocument {
    static func text(of book: RuleBook) -> String { RuleBookDocument(book).json }

    static func book(_ text: String, revision: Int?) throws -> RuleBook {
        try RuleBookDocument.read(text.utf8).get().book(revision: revision)
    }

    /// What is stored is what can be judged by: a half-written rule is refused with all that is wrong with it.
    static func check(_ book: RuleBook) throws(RuleError) {
        let problems = book.problems
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
