import Foundation

/// How many files and sockets this process may hold open.
enum OpenFiles {
    /// What the database, the log and the listening socket need.
    static let reserve = 256

    /// Raises the soft limit, which is 1,024 in most shells and services, to what is needed or allowed.
    ///
    /// - Returns: how many connections fit.
    /// - Throws: `CommandFailure` when none does.
    static func makeRoom(forConnections connections: Int) throws -> Int {
        var limit = rlimit()
        guard getrlimit(openFilesLimit, &limit) == 0 else { return connections }
        let wanted = rlim_t(connections + reserve)
        var raised = limit
        raised.rlim_cur = min(wanted, limit.rlim_max)
        if limit.rlim_cur < wanted, setrlimit(openFilesLimit, &raised) == 0 { limit = raised }
        let allowed = Int(min(limit.rlim_cur, wanted))
        guard allowed > reserve else {
            throw CommandFailure(
                "This process may open \(allowed) files and needs more than \(reserve). "
                    + "Raise the limit, with `ulimit -n` or LimitNOFILE.")
        }
        return allowed - reserve
    }

    #if canImport(Glibc)
        private static let openFilesLimit = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let openFilesLimit = RLIMIT_NOFILE
    #endif
}
