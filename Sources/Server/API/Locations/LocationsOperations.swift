import CRM

/// Accounts and what stands in their settings: tags, custom values, time zones.
struct LocationsOperations: Sendable {
    let crm: CRM

    private static let root = "/locations/{locationId}"

    var operations: [Operation] { locations + tags + values + templates }

    private var locations: [Operation] {
        let locations = LocationsController(crm: crm)
        return [
            Operation(
                method: .get, path: "/locations/search", name: "search-locations", section: .locations,
                summary: "The accounts that the token opens", scope: .readLocations,
                query: [
                    .optional("companyId", .string), .optional("email", .string, "The business's address"),
                    .optional("skip", .integer(0...1_000_000)), .optional("limit", .integer(1...100), "At first 10"),
                    .optional("order", .choice(["asc", "desc"]), "By age; at first the oldest first"),
                ], answers: [.ok(.locations)], work: .reach(locations.search)),
            Operation(
                method: .post, path: "/locations", name: "create-location", section: .locations,
                summary: "Makes an account", scope: .writeLocations, body: .object(.newLocation),
                answers: [.created(.location)], work: .agency(locations.create)),
            .on(
                .get, Self.root, "get-location", .locations, "One account", .readLocations,
                answers: [.ok(.singleLocation)], work: locations.show),
            .on(
                .put, Self.root, "put-location", .locations, "Changes an account", .writeLocations,
                body: .object(.changedLocation), answers: [.ok(.location)], work: locations.update),
            .on(
                .delete, Self.root, "delete-location", .locations,
                "Deletes an account with everything in it; for tokens of the agency", .writeLocations,
                query: [.optional("deleteTwilioAccount", .boolean, "Passed over: there is none")],
                answers: [.ok(.deletedLocation)], work: locations.delete),
            .on(
                .get, Self.root + "/timezones", "get-timezones", .locations, "The time zones to choose from",
                .readLocations, answers: [.ok(.timeZones)], work: locations.timeZones),
        ]
    }

    private var tags: [Operation] {
        let tags = TagsController(crm: crm)
        let root = Self.root + "/tags"
        return [
            .on(
                .get, root, "get-location-tags", .locations, "Every tag of the account", .readTags,
                answers: [.ok(.tags)], work: tags.list),
            .on(
                .post, root, "create-tag", .locations, "Makes a tag", .writeTags, body: .object(.newTag),
                answers: [.ok(.singleTag)], work: tags.create),
            .on(
                .get, root + "/{tagId}", "get-tag-by-id", .locations, "One tag", .readTags,
                answers: [.ok(.singleTag)], work: tags.show),
            .on(
                .put, root + "/{tagId}", "update-tag", .locations, "Renames a tag, on every contact that has it",
                .writeTags, body: .object(.newTag), answers: [.ok(.singleTag)], work: tags.rename),
            .on(
                .delete, root + "/{tagId}", "delete-tag", .locations, "Deletes a tag and takes it off every contact",
                .writeTags, answers: [.ok(.succeeded)], work: tags.delete),
        ]
    }

    private var values: [Operation] {
        let values = CustomValuesController(crm: crm)
        let root = Self.root + "/customValues"
        return [
            .on(
                .get, root, "get-custom-values", .locations, "The custom values", .readCustomValues,
                answers: [.ok(.customValues)], work: values.list),
            .on(
                .post, root, "create-custom-value", .locations, "Makes a custom value", .writeCustomValues,
                body: .object(.newCustomValue), answers: [.created(.singleCustomValue)], work: values.create),
            .on(
                .get, root + "/{id}", "get-custom-value", .locations, "One custom value", .readCustomValues,
                answers: [.ok(.singleCustomValue)], work: values.show),
            .on(
                .put, root + "/{id}", "update-custom-value", .locations, "Changes a custom value; its key stays",
                .writeCustomValues, body: .object(.newCustomValue), answers: [.ok(.singleCustomValue)],
                work: values.update),
            .on(
                .delete, root + "/{id}", "delete-custom-value", .locations, "Deletes a custom value",
                .writeCustomValues, answers: [.ok(.succeeded)], work: values.delete),
        ]
    }

    private var templates: [Operation] {
        let reason = "Headwater sends no messages yet, and keeps no templates of them"
        return [
            .notBuilt(
                .get, Self.root + "/templates", "GET-all-or-email-sms-templates", .locations,
                "Templates of messages", .readTemplates, because: reason),
            .notBuilt(
                .delete, Self.root + "/templates/{id}", "DELETE-an-email-sms-template", .locations,
                "Deletes a template", .writeLocations, because: reason),
        ]
    }
}
