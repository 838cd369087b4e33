import Database
import Foundation

/// What a process calls itself while it holds the lease of a replay or of a job: another name at every start.
struct RunnerID: Sendable, Hashable {
    let text = UUID().uuidString
}
