/// The catalogue as it is written down: `Name: host host; Name: host`, in one text for each kind.
///
/// One long literal compiles in no time where hundreds of small ones do not.
enum CatalogueText {
    static func entries(_ kind: ReferrerKind, of text: String) -> [ReferrerEntry] {
        text.split { $0 == ";" || $0 == "\n" }.flatMap { item -> [ReferrerEntry] in
            guard let colon = item.firstIndex(of: ":") else { return [] }
            let name = item[..<colon].trimmingSpaces
            return item[item.index(after: colon)...].split(separator: " ").map {
                ReferrerEntry(pattern: String($0), name: name, kind: kind)
            }
        }
    }

    static var packageEntries: [ReferrerEntry] {
        entries(.search, of: searchApps) + entries(.social, of: socialApps) + entries(.video, of: videoApps)
            + entries(.ai, of: assistantApps) + entries(.email, of: emailApps)
    }
}
