extension HeadwaterServer {
    /// What the metrics say of things that are measured elsewhere.
    var surroundings: ServerMetrics.Surroundings {
        ServerMetrics.Surroundings(
            version: settings.version, engine: "\(database.dialect)", mostWaitingEvents: settings.mostWaitingEvents,
            mostWaitingBytes: settings.mostWaitingBytes,
            readiness: { [readiness] in readiness.lastFindings.map { ($0.check, $0.problem == nil) } },
            pool: { [database] in database.poolStatistics },
            freeSpace: { [settings] in settings.databaseFolder.flatMap(FreeSpace.bytes) })
    }
}
