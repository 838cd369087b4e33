import CRM
import Hummingbird

/// What apps ask about themselves, each under the address of either version of the public API.
struct AccessOperations: Sendable {
    let apps: AppsController

    init(crm: CRM) { apps = AppsController(crm: crm) }

    var operations: [Operation] {
        [
            installed("/oauth/installedLocations", "getInstalledLocation"),
            installed("/oauth/installed-locations", "getInstalledLocationV3"),
            locationToken("/oauth/locationToken", "getLocationAccessToken"),
            locationToken("/oauth/location-token", "getLocationAccessTokenV3"),
        ]
    }

    private func installed(_ path: String, _ name: String) -> Operation {
        Operation(
            method: .get, path: path, name: name, section: .access,
            summary: "The accounts that an app was let into", scope: .readApps,
            query: [
                .optional("companyId", .string, "The agency"), .optional("appId", .string, "The app itself"),
                .optional("query", .string, "A part of the account's name"),
                .optional(
                    "isInstalled", .boolean,
                    "false: none, for an app learns nothing of accounts that it was not let into"),
                .optional("skip", .integer(0...1_000_000)), .optional("limit", .integer(1...500)),
                .optional("pageSize", .integer(1...100)), .optional("pageToken", .integer(0...1_000_000)),
            ],
            answers: [.ok(.installedLocations)], work: .agency { try await apps.installed($0) })
    }

    private func locationToken(_ path: String, _ name: String) -> Operation {
        Operation(
            method: .post, path: path, name: name, section: .access,
            summary: "Makes a token of one account from an app’s token of the agency", scope: .writeApps,
            body: .document(.locationTokenWish, longest: 16 << 10),
            answers: [.ok(.issuedTokens)], work: .agency { try await apps.locationToken($0) })
    }
}

extension JSONSchema {
    fileprivate static let installedLocations = object(
        "InstalledLocations",
        [
            .required(
                "locations",
                .array(
                    .object(
                        "InstalledLocation",
                        [
                            .required("_id", .string), .required("name", .string), .required("address", .string),
                            .required("isInstalled", .boolean),
                        ]))),
            .required("count", .integer), .required("installToFutureLocations", .boolean),
            .optional("nextPageToken", .string.orNull),
        ])

    fileprivate static let locationTokenWish = object(
        "LocationTokenWish", [.required("companyId", .string), .required("locationId", .string)])

    static let issuedTokens = object(
        "IssuedTokens",
        [
            .required("access_token", .string), .required("token_type", .string), .required("expires_in", .integer),
            .optional("refresh_token", .string), .required("scope", .string),
            .required("userType", .choice(["Location", "Company"])),
            .optional("locationId", .string), .required("companyId", .string), .required("userId", .string),
            .required("isBulkInstallation", .boolean), .optional("approvedLocations", .array(.string)),
        ])
}
