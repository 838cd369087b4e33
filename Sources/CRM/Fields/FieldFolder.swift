/// A heading under which custom fields stand.
public struct FieldFolder: Sendable, Identifiable, Equatable {
    public let id: FolderID
    public let model: FieldModel
    public let name: String

    static let longestName = 100
}
