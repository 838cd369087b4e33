import ArgumentParser
import Attribution
import Foundation

/// The file of `--rules`: a rule book as the console exports it.
struct RuleFile: Sendable {
    private let document: RuleBookDocument

    var ruleSet: RuleSet { document.ruleSet }

    /// Throws what is wrong and where, for the command to end with as wrong usage.
    init(path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read. Check its name, and that you may read it.")
        }
        switch RuleBookDocument.read(bytes) {
        case .success(let document): self.document = document
        case .failure(let problems): throw ValidationError("\(path) is no rule book.\n\(problems)")
        }
    }

    /// The own rules between those of any built-in set.
    func book(under ruleSet: RuleSet) -> RuleBook { RuleBook(ruleSet, ownRules: document.rules) }

    /// Why the own rules cannot stand in a set other than the file's; nil where they can.
    func misfit(with ruleSet: RuleSet) -> String? {
        let problems = book(under: ruleSet).problems
        if problems.isEmpty { return nil }
        let list = problems.map(\.description).joined(separator: "\n")
        return "The rules of the file do not fit the \(ruleSet.rawValue) set.\n\(list)"
    }
}
