import CRM

/// The definitions of custom fields, by location and by object.
struct CustomFieldsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] { ofLocation + ofObjects + folders }

    private var ofLocation: [Operation] {
        let fields = LocationFieldsController(crm: crm)
        let root = "/locations/{locationId}/customFields"
        return [
            .on(
                .get, root, "get-custom-fields", .customFields, "The custom fields of a location", .readCustomFields,
                query: [
                    .optional("model", .choice(["contact", "opportunity", "all"]), "Left out: those of contacts")
                ], answers: [.ok(.locationFields)], work: fields.list),
            .on(
                .post, root, "create-custom-field", .customFields, "Makes a custom field", .writeCustomFields,
                body: .object(.newLocationField), answers: [.created(.singleLocationField)], work: fields.create),
            .notBuilt(
                .post, root + "/upload", "upload-file-customFields", .customFields, "Uploads files to a field",
                .writeCustomFields, because: "Headwater keeps the names of files, and not the files"),
            .on(
                .get, root + "/{id}", "get-custom-field", .customFields, "One custom field", .readCustomFields,
                answers: [.ok(.singleLocationField)], work: fields.show),
            .on(
                .put, root + "/{id}", "update-custom-field", .customFields, "Changes a custom field",
                .writeCustomFields, body: .object(.changedLocationField), answers: [.ok(.singleLocationField)],
                work: fields.update),
            .on(
                .delete, root + "/{id}", "delete-custom-field", .customFields, "Deletes a custom field with its values",
                .writeCustomFields, answers: [.ok(.succeeded)], work: fields.delete),
        ]
    }

    private var ofObjects: [Operation] {
        let fields = ObjectFieldsController(crm: crm)
        return [
            .on(
                .get, "/custom-fields/object-key/{objectKey}", "get-custom-fields-by-object-key", .customFields,
                "The fields and folders of contacts or of opportunities", .readCustomFields, query: [.location],
                answers: [.ok(.objectFields)], work: fields.list),
            .on(
                .post, "/custom-fields", "create-object-custom-field", .customFields, "Makes a custom field",
                .writeCustomFields, body: .object(.newObjectField), answers: [.created(.singleObjectField)],
                work: fields.create),
            .on(
                .get, "/custom-fields/{id}", "get-custom-field-by-id", .customFields, "One custom field or folder",
                .readCustomFields, query: [.location], answers: [.ok(.fieldOrFolder)], work: fields.show),
            .on(
                .put, "/custom-fields/{id}", "update-object-custom-field", .customFields, "Changes a custom field",
                .writeCustomFields, body: .object(.changedObjectField), answers: [.ok(.singleObjectField)],
                work: fields.update),
            .on(
                .delete, "/custom-fields/{id}", "delete-object-custom-field", .customFields,
                "Deletes a custom field with its values", .writeCustomFields, query: [.location],
                answers: [.ok(.deletedField)], work: fields.delete),
        ]
    }

    private var folders: [Operation] {
        let fields = ObjectFieldsController(crm: crm)
        return [
            .on(
                .post, "/custom-fields/folder", "create-custom-field-folder", .customFields, "Makes a folder",
                .writeCustomFields, body: .object(.newFolder), answers: [.created(.fieldFolder)],
                work: fields.createFolder),
            .on(
                .put, "/custom-fields/folder/{id}", "update-custom-field-folder", .customFields, "Renames a folder",
                .writeCustomFields, body: .object(.changedFolder), answers: [.ok(.fieldFolder)],
                work: fields.renameFolder),
            .on(
                .delete, "/custom-fields/folder/{id}", "delete-custom-field-folder", .customFields,
                "Deletes a folder; its fields stay", .writeCustomFields, query: [.location],
                answers: [.ok(.deletedField)], work: fields.deleteFolder),
        ]
    }
}
