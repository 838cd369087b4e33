import CRM

/// Why a step of some work could not be taken; it has left nothing behind.
protocol StepFailure: Error {
    /// The id of the work.
    var work: String { get }
    /// Whether the work was given up, because steps of it had failed too often.
    var isGivenUp: Bool { get }
    var cause: any Error { get }
}

extension ReplayStepFailed: StepFailure {
    var work: String { replay.rawValue }
}

extension AdCostStepFailed: StepFailure {
    var work: String { id.rawValue }
}
