import CRM

/// How far an import is, on standard error.
enum ImportProgress {
    static func show(_ run: ImportRun) {
        if run.done.isMultiple(of: 10_000) { StandardError.write("\(run.done) contacts") }
    }

    static func sum(_ run: ImportRun, isDryRun: Bool) {
        let verb = isDryRun ? "would be " : ""
        StandardError.write(
            "\(run.done) contacts: \(run.created) \(verb)created, \(run.updated) \(verb)updated, "
                + "\(run.left) \(verb)skipped, \(run.refused) \(verb)refused.")
    }
}
