/// How a contact entered the system, in free text.
public enum ContactSource {
    /// The first that says something: `?source=` of the page, `?source=` of the session's landing, the form's hidden
    /// source value, and else the fallback: the form's name, `Manual Entry`, `API`.
    public static func choose(
        pageURL: String?, landingURL: String?, formSource: String?, fallback: String
    ) -> String {
        let candidates = [sourceParameter(pageURL), sourceParameter(landingURL), formSource]
        return candidates.lazy.compactMap { FieldText.field($0)?.text }.first ?? fallback
    }

    private static func sourceParameter(_ url: String?) -> String? {
        url.flatMap { QueryParameters(url: $0)[.source] }
    }
}
