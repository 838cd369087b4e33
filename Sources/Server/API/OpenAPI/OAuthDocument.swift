/// The two addresses by which apps get their tokens, as the document shows them.
///
/// They are no operations of the table: whoever calls them has no token yet, and refusals have OAuth's shape.
enum OAuthDocument {
    static let paths: [String: OpenAPIValue] = [
        "/oauth/token": path(
            "get-access-token", "Gives an app its tokens, for a code or for a refresh token", tokenRequest,
            done: (.issuedTokens, "The tokens")),
        "/oauth/revoke": path(
            "revoke-token", "Takes a token back", revocation, done: (nil, "The token is good no more")),
    ]

    /// The shapes with a name.
    static let schemas: [JSONSchema] = [tokenRequest, revocation, refusal, .issuedTokens]

    private static let tokenRequest = JSONSchema.object(
        "AccessTokenRequest",
        [
            .required("grant_type", .choice(["authorization_code", "refresh_token"])),
            .optional("code", .string), .optional("redirect_uri", .string),
            .optional("code_verifier", .string.noted("What the challenge was made of")),
            .optional("refresh_token", .string),
        ] + client)

    private static let revocation = JSONSchema.object(
        "TokenRevocation", [.required("token", .string.noted("An access or a refresh token"))] + client)

    private static let client: [JSONSchema.Member] = [
        .optional("client_id", .string.noted("The app; or in the header, as HTTP Basic")),
        .optional("client_secret", .string.noted("Of an app that keeps one")),
    ]

    private static let refusal = JSONSchema.object(
        "OAuthRefusal", [.required("error", .string), .required("error_description", .string)])

    private static func path(
        _ name: String, _ summary: String, _ body: JSONSchema, done: (schema: JSONSchema?, note: String)
    ) -> OpenAPIValue {
        .object([
            "post": .object([
                "operationId": .text(name), "summary": .text(summary),
                "tags": .array([.text(APISection.access.rawValue)]), "security": .array([]),
                "requestBody": .object(["required": .bool(true), "content": content(body, forms: true)]),
                "responses": .object([
                    "200": answer(done.note, done.schema),
                    "400": answer("The request is not whole, or the code or token is not good", refusal),
                    "401": answer("The app is not who it says", refusal),
                    "429": answer("Over the limit; `Retry-After` says when to go on", refusal),
                    "503": answer("The database is away for a moment", nil),
                ]),
            ])
        ])
    }

    private static func answer(_ note: String, _ schema: JSONSchema?) -> OpenAPIValue {
        guard let schema else { return .object(["description": .text(note)]) }
        return .object(["description": .text(note), "content": content(schema, forms: false)])
    }

    /// - Parameter forms: whether it may be sent as a form too.
    private static func content(_ schema: JSONSchema, forms: Bool) -> OpenAPIValue {
        let types = ["application/json"] + (forms ? ["application/x-www-form-urlencoded"] : [])
        let shown = OpenAPIValue.object(["schema": schema.document])
        return .object(Dictionary(uniqueKeysWithValues: types.map { ($0, shown) }))
    }
}
