import CRM

/// Where apps find what they need (RFC 8414): `/.well-known/oauth-authorization-server`.
// The names are those of the wire.
// swift-format-ignore: AlwaysUseLowerCamelCase
struct OAuthMetadata: Encodable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let revocation_endpoint: String
    let scopes_supported = Token.Scope.allCases.map(\.rawValue)
    let response_types_supported = ["code"]
    let response_modes_supported = ["query"]
    let grant_types_supported = ["authorization_code", "refresh_token"]
    let token_endpoint_auth_methods_supported = ["client_secret_basic", "client_secret_post", "none"]
    let revocation_endpoint_auth_methods_supported = ["client_secret_basic", "client_secret_post", "none"]
    let code_challenge_methods_supported = ["S256"]
    let authorization_response_iss_parameter_supported = true

    init(_ publicURL: PublicURL) {
        issuer = publicURL.text
        authorization_endpoint = publicURL.text + "/oauth/chooselocation"
        token_endpoint = publicURL.text + "/oauth/token"
        revocation_endpoint = publicURL.text + "/oauth/revoke"
    }
}
