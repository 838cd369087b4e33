import CRM

extension JSONSchema {
    static let fieldType = JSONSchema.choice(WireFieldType.allCases.map(\.rawValue))
    private static let model = JSONSchema.choice(FieldModel.allCases.map(\.rawValue))
    /// An option as a text, or as an object with its label.
    private static let option = JSONSchema.either(
        .string, .object([.optional("key", .string), .required("label", .string)]))
    private static let positionNumber = JSONSchema.integer(0...1_000_000)
    private static let fileCount = JSONSchema.integer(1...100)

    static let locationField = JSONSchema.object(
        "LocationCustomField",
        [
            .required("id", .string), .required("name", .string), .required("fieldKey", .string),
            .required("placeholder", .string.orNull), .required("dataType", .fieldType),
            .required("position", .integer), .required("picklistOptions", .array(.string)),
            .required("picklistImageOptions", .array(.string)), .required("isAllowedCustomOption", .boolean),
            .required("isMultiFileAllowed", .boolean), .required("maxFileLimit", .integer.orNull),
            .required("acceptedFormat", .array(.string)), .required("locationId", .string), .required("model", model),
            .required("parentId", .string.orNull), .required("dateAdded", .time),
            .required("isReadOnly", .boolean.noted("The value follows the attribution and cannot be written")),
        ])

    static let locationFields = JSONSchema.object(
        "LocationCustomFields", [.required("customFields", .array(.locationField))])

    static let singleLocationField = JSONSchema.object(
        "SingleLocationCustomField", [.required("customField", .locationField)])

    static let newLocationField = JSONSchema.object(
        "NewLocationCustomField",
        [.required("name", .string), .required("dataType", .fieldType), .optional("model", model)]
            + changedMembers)

    static let changedLocationField = JSONSchema.object(
        "ChangedLocationCustomField", [.required("name", .string), .optional("model", model)] + changedMembers)

    private static let changedMembers: [Member] = [
        .optional("placeholder", .string.orNull), .optional("position", positionNumber),
        .optional("options", .array(option)), .optional("picklistOptions", .array(option)),
        .optional("textBoxListOptions", .array(option)), .optional("isAllowedCustomOption", .boolean),
        .optional("acceptedFormat", .array(.string)), .optional("isMultipleFile", .boolean),
        .optional("maxNumberOfFiles", fileCount), .optional("parentId", .string.orNull),
    ]

    static let objectField = JSONSchema.object(
        "ObjectCustomField",
        [
            .required("id", .string), .required("locationId", .string), .required("objectKey", model),
            .required("name", .string), .required("description", .string.orNull),
            .required("placeholder", .string.orNull), .required("showInForms", .boolean),
            .required("options", .array(.object([.required("key", .string), .required("label", .string)]))),
            .required("acceptedFormats", .string.orNull), .required("dataType", .fieldType),
            .required("parentId", .string), .required("fieldKey", .string), .required("allowCustomOption", .boolean),
            .required("maxFileLimit", .integer.orNull), .required("dateAdded", .time), .required("dateUpdated", .time),
        ])

    static let fieldFolder = JSONSchema.object(
        "CustomFieldFolder",
        [
            .required("id", .string), .required("objectKey", model), .required("locationId", .string),
            .required("name", .string), .required("documentType", .choice(["folder"])),
        ])

    static let objectFields = JSONSchema.object(
        "ObjectCustomFields", [.required("fields", .array(.objectField)), .required("folders", .array(.fieldFolder))])

    static let singleObjectField = JSONSchema.object(
        "SingleObjectCustomField", [.required("field", .objectField)])

    static let fieldOrFolder = JSONSchema.object(
        "CustomFieldOrFolder", [.required("field", .either(.objectField, .fieldFolder))])

    private static let objectMembers: [Member] = [
        .optional("locationId", .string), .optional("description", .string.orNull),
        .optional("placeholder", .string.orNull), .optional("options", .array(option)),
        .optional("acceptedFormats", .either(.string, .array(.string))), .optional("maxFileLimit", fileCount),
        .optional("allowCustomOption", .boolean), .optional("position", positionNumber),
        .optional("parentId", .string.orNull),
    ]

    static let newObjectField = JSONSchema.object(
        "NewObjectCustomField",
        [
            .required("objectKey", .string), .required("dataType", .fieldType), .required("fieldKey", .string),
            .optional("name", .string), .optional("showInForms", .boolean),
        ] + objectMembers)

    static let changedObjectField = JSONSchema.object(
        "ChangedObjectCustomField",
        [.optional("name", .string), .optional("showInForms", .boolean)] + objectMembers)

    static let newFolder = JSONSchema.object(
        "NewCustomFieldFolder",
        [.required("objectKey", .string), .required("name", .string), .optional("locationId", .string)])

    static let changedFolder = JSONSchema.object(
        "ChangedCustomFieldFolder", [.required("name", .string), .optional("locationId", .string)])

    static let deletedField = JSONSchema.object(
        "DeletedCustomField",
        [
            .required("succeded", .boolean), .required("succeeded", .boolean), .required("id", .string),
            .required("key", .string),
        ])
}
