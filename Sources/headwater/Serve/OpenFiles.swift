import Foundation

/// How many files and sockets this process may hold open.
enum OpenFiles {
    /// What the database, the log and the listening socket need.
    static let reserve = 256

    /// Raises the soft limit, which is 1,024 in most shells and services, to what is needed or allowed.
    ///
    /// - Returns: how many connections fit.
    static func makeRoom(forConnections connections: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(openFilesLimit, &limit) == 0 else { return connections }
        let wanted = rlim_t(connections + reserve)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            guard setrlimit(openFilesLimit, &limit) == 0 else { return min(connections, 1_024 - reserve) }
        }
        return min(connections, Int(min(limit.rlim_cur, wanted)) - reserve)
    }

    #if canImport(Glibc)
        private static let openFilesLimit = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let openFilesLimit = RLIMIT_NOFILE
    #endif
}
