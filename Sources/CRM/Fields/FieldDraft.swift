/// What somebody says of a custom field when it is made or changed.
public struct FieldDraft: Sendable, Equatable {
    public var name: String
    /// A field keeps the type and the model that it was made with.
    public let type: FieldType
    public let model: FieldModel
    public var options: [String] = []
    public var allowsOther = false
    public var fillable = true
    public var placeholder: String?
    public var note: String?
    public var acceptedFormats: [String] = []
    public var fileLimit: Int?
    public var folder: FolderID?
    /// Nil puts a new field after all others.
    public var position: Int?
    /// When set, the value is read off the attribution and the field is not fillable.
    public var derivedFrom: AttributionReference?
    /// The key that a client wishes; without one it follows from the name.
    public var wishedKey: String?

    public init(name: String, type: FieldType, model: FieldModel = .contact) {
        self.name = name
        self.type = type
        self.model = model
    }

    init(_ field: CustomField) {
        self.init(name: field.name, type: field.type, model: field.model)
        options = field.options
        allowsOther = field.allowsOther
        fillable = field.fillable
        placeholder = field.placeholder
        note = field.note
        acceptedFormats = field.acceptedFormats
        fileLimit = field.fileLimit
        folder = field.folder
        position = field.position
        derivedFrom = field.derivedFrom
    }

    static let longestOption = 300
    static let mostOptions = 500

    /// The same in order: trimmed, without empty and repeated options, without what its type knows nothing of.
    func checked() throws(FieldError) -> FieldDraft {
        var draft = self
        draft.name = name.trimmed
        guard !draft.name.isEmpty, draft.name.count <= 100 else { throw .name }
        var seen: Set<String> = []
        draft.options = options.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
        guard !type.hasOptions || !draft.options.isEmpty else { throw .options(type) }
        if !type.hasOptions { draft.options = [] }
        guard draft.options.count <= Self.mostOptions, draft.options.allSatisfy({ $0.count <= Self.longestOption })
        else { throw .tooManyOptions }
        draft.allowsOther = allowsOther && type.hasOptions
        draft.fillable = fillable && derivedFrom == nil && model == .contact
        draft.placeholder = placeholder?.trimmed.nonEmpty?.cut(to: 300)
        draft.note = note?.trimmed.nonEmpty?.cut(to: 1_000)
        if type != .file { (draft.acceptedFormats, draft.fileLimit) = ([], nil) }
        draft.acceptedFormats = draft.acceptedFormats.prefix(50).map { $0.trimmed.cut(to: 20) }
        draft.fileLimit = draft.fileLimit.map { min(max($0, 1), 100) }
        draft.position = position.map { min(max($0, 0), 1_000_000) }
        return draft
    }

    func field(id: FieldID, key: String, position: Int, createdAt: Milliseconds, now: Milliseconds) -> CustomField {
        CustomField(
            id: id, model: model, key: key, name: name, type: type, options: options, allowsOther: allowsOther,
            fillable: fillable, derivedFrom: derivedFrom, placeholder: placeholder, note: note,
            acceptedFormats: acceptedFormats, fileLimit: fileLimit, folder: folder, position: self.position ?? position,
            createdAt: createdAt, updatedAt: now)
    }
}
