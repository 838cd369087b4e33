import ArgumentParser
import CRM
import Foundation

struct FillBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Fills an account with a history of page views and contacts, through capture itself.",
        discussion: "The same numbers make the same history, but for the day on which it ends. For load tests.",
        shouldDisplay: false)

    @OptionGroup var data: DataOptions

    @Option(help: "The location ID of the account to fill.")
    var account: String

    @Option(help: "How many contacts; each by one form submission.")
    var contacts = 500_000

    @Option(help: "How many page views, over 400 days.")
    var pageViews = 5_000_000

    @Option(help: "How many events go in one transaction.")
    var batch = 2_000

    @Option(help: "Where the landings come from.")
    var corpus = BenchCorpus.usualPath

    func validate() throws {
        guard contacts >= 0, pageViews >= 0, contacts + pageViews > 0 else {
            throw ValidationError("--contacts and --page-views must not be negative, nor both 0.")
        }
        guard 1...20_000 ~= batch else { throw ValidationError("--batch must be from 1 to 20000.") }
    }

    func run() async throws {
        let installation = try await Installation(try data.configuration(), makesDatabase: true)
        let traffic = PastTraffic(
            account: try await installation.account(account).id, contacts: contacts, pageViews: pageViews,
            landings: try BenchCorpus(path: corpus).landings, end: installation.now())
        let capture = installation.crm.capture
        var events: [CaptureEvent] = []
        var count = 0
        let begun = ContinuousClock.now
        for visitor in 0..<traffic.visitors {
            events += traffic.events(of: visitor)
            guard events.count >= batch || visitor == traffic.visitors - 1 else { continue }
            let received = events.lazy.map(\.occurredAt).max() ?? installation.now()
            count += try await capture.record(events, now: received).count { $0 != .duplicate }
            events.removeAll(keepingCapacity: true)
        }
        let seconds = (ContinuousClock.now - begun).seconds
        // As a server has done that was there all the time.
        _ = try await installation.crm.privacy.cutAddresses(now: installation.now()) { _ in }
        try StandardOutput.line(
            "\(count) events of \(traffic.visitors) visitors stored in \(seconds.text(decimals: 1)) s")
        try installation.database.close()
    }
}
