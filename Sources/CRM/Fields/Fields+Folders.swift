import Database

extension Fields {
    /// Every folder, the oldest first.
    public func folders(_ account: AccountID) async throws -> [FieldFolder] {
        try await database.read { try FolderStore.all($0, account) }
    }

    /// - Throws: `NotFound.folder`.
    public func folder(_ account: AccountID, _ id: FolderID) async throws -> FieldFolder {
        try await database.read { try Self.folder($0, account, id) }
    }

    /// - Throws: `FieldError.folderName`, `FieldError.tooMany`.
    public func createFolder(
        _ account: AccountID, name: String, of model: FieldModel, by actor: AuditActor, now: Milliseconds
    ) async throws -> FieldFolder {
        let folder = FieldFolder(id: ids.identifier(at: now), model: model, name: try Self.checkedFolder(name))
        try await database.write { connection in
            guard try FolderStore.all(connection, account).count < Self.most else { throw FieldError.tooMany }
            try FolderStore.insert(connection, account, folder)
            try Audit.note(connection, account, .fieldCreated, folder.id.rawValue, by: actor, at: now)
        }
        return folder
    }

    /// - Throws: `NotFound.folder`, `FieldError.folderName`.
    public func renameFolder(
        _ account: AccountID, _ id: FolderID, to name: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> FieldFolder {
        let name = try Self.checkedFolder(name)
        return try await database.write { connection in
            let old = try Self.folder(connection, account, id)
            let folder = FieldFolder(id: id, model: old.model, name: name)
            try FolderStore.rename(connection, account, folder)
            try Audit.note(connection, account, .fieldChanged, id.rawValue, by: actor, at: now)
            return folder
        }
    }

    /// Deletes a folder; its fields stay.
    ///
    /// - Throws: `NotFound.folder`.
    public func deleteFolder(
        _ account: AccountID, _ id: FolderID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            _ = try Self.folder(connection, account, id)
            try FolderStore.delete(connection, account, id)
            try Audit.note(connection, account, .fieldDeleted, id.rawValue, by: actor, at: now)
        }
    }

    private static func folder(
        _ connection: Connection, _ account: AccountID, _ id: FolderID
    ) throws -> FieldFolder {
        guard let folder = try FolderStore.folder(connection, account, id) else { throw NotFound.folder }
        return folder
    }

    private static func checkedFolder(_ name: String) throws(FieldError) -> String {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= FieldFolder.longestName else { throw .folderName }
        return name
    }
}
