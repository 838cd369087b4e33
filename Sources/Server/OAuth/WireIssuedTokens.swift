import CRM

/// What an app is given, in the shape that clients of HighLevel's API read.
// The names are those of the wire.
// swift-format-ignore: AlwaysUseLowerCamelCase
struct WireIssuedTokens: Encodable {
    let access_token: String
    let token_type = "Bearer"
    let expires_in: Int
    /// Left out where there is none.
    let refresh_token: String?
    let scope: String
    /// `Location` for a token of one account, `Company` for one of the agency.
    let userType: String
    let locationId: String?
    let companyId: String
    /// The accounts that a token of the agency opens; left out where it opens all of them.
    let approvedLocations: [String]?
    let userId: String
    let isBulkInstallation: Bool

    init(_ tokens: IssuedTokens) {
        access_token = tokens.access
        expires_in = tokens.seconds
        refresh_token = tokens.refresh
        scope = Token.Scope.text(tokens.scopes)
        userType = tokens.account == nil ? "Company" : "Location"
        locationId = tokens.account?.locationID
        companyId = tokens.companyID
        approvedLocations = tokens.accounts?.map(\.locationID)
        userId = tokens.user.rawValue
        isBulkInstallation = tokens.account == nil
    }
}
