import Attribution

/// Why a rule book cannot be saved, published or restored.
public enum RuleError: Error, Equatable, CustomStringConvertible {
    /// Somebody else has saved or discarded the draft since it was read.
    case draftChanged
    /// The draft is not the one that was reviewed.
    case notAsReviewed
    case publicationRunning(ReplayID)
    case alreadyInUse
    /// It never came into use, or it is not there.
    case notRestorable
    /// Everything that is wrong with the book.
    case invalid([RuleBookProblem])

    public var description: String {
        switch self {
        case .draftChanged: "The draft has changed since you opened it. Open it again and repeat your change."
        case .notAsReviewed: "The draft has changed since it was reviewed. Look at the preview again, then publish."
        case .publicationRunning: "Rules are being published already. Wait until that is done, or cancel it."
        case .alreadyInUse: "This revision is the one in use."
        case .notRestorable: "This revision never came into use, so there is nothing to go back to."
        case .invalid(let problems): problems.map(\.description).joined(separator: " ")
        }
    }
}
