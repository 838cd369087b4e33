public typealias MergeID = Identifier<ContactMerge>

/// Two contacts that somebody said are one person.
public struct ContactMerge: Sendable, Identifiable {
    public let id: MergeID
    /// The contact that stayed.
    public let survivor: ContactID
    /// The contact that is gone, and what it was called.
    public let merged: ContactID
    public let mergedName: String
    public let at: Milliseconds
    public let author: String
    public let undoneAt: Milliseconds?
}

/// Why two contacts cannot be merged, or a merge not be undone.
public enum MergeError: Error, Equatable, CustomStringConvertible {
    case sameContact, undone
    /// The contact that stayed was merged into another one since.
    case mergedSince

    public var description: String {
        switch self {
        case .sameContact: "A contact cannot be merged with itself."
        case .undone: "This merge was undone already."
        case .mergedSince: "The contact was merged into this one later: undo that merge first."
        }
    }
}
