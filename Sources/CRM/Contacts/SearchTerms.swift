import Foundation

/// The words by which a contact is found: each is looked up by its beginning.
///
/// Of a contact that changes only the words that come and go are written: who changes what counts as a word renews
/// `contact_terms` in a migration.
enum SearchTerms {
    /// The shortest end of a phone number that is a word of its own, besides the last four digits.
    private static let shortestNumber = 7
    private static let longestTerm = 100

    /// The words of what a person typed; at most eight count. A phone number is one word, however it is grouped.
    static func typed(_ text: String) -> [String] {
        let digits = text.filter(\.isNumber)
        if digits.count >= 3, text.allSatisfy({ $0.isNumber || $0.isWhitespace || "+-./()".contains($0) }) {
            return [withoutPrefix(digits)]
        }
        return Array(words(text).prefix(8))
    }

    static func of(_ contact: Contact, additionalEmails: Set<String>) -> Set<String> {
        var terms: Set<String> = []
        for property in [ContactProperty.firstName, .lastName, .companyName] {
            terms.formUnion(contact.properties[property].map(words) ?? [])
        }
        for email in [contact.properties[.email]].compactMap({ $0 }) + additionalEmails {
            let key = email.lowercased()
            terms.insert(key)
            if let at = key.firstIndex(of: "@") { terms.insert(String(key[key.index(after: at)...])) }
            terms.formUnion(words(key.prefix { $0 != "@" }.description))
        }
        if let phone = contact.properties[.phone] { terms.formUnion(ends(ofNumber: phone.filter(\.isNumber))) }
        return Set(terms.map(stored)).subtracting([""])
    }

    /// A number is asked for with and without the codes of its country and its city.
    private static func ends(ofNumber digits: String) -> [String] {
        let ends = (0..<max(0, digits.count - shortestNumber + 1)).map { String(digits.dropFirst($0)) }
        return ends + [digits, String(digits.suffix(4))]
    }

    /// The zeros before a number (`030 …`, `0049 …`) are dialled, and not stored by everyone.
    private static func withoutPrefix(_ digits: String) -> String {
        let rest = String(digits.drop { $0 == "0" })
        return rest.count >= 3 ? rest : digits
    }

    /// Lower-cased words; an e-mail address stays one word.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || ",;()\"".contains($0) }.map { word in
            word.contains("@") || !word.allSatisfy { $0.isNumber || "+-./".contains($0) }
                ? String(word) : word.filter(\.isNumber)
        }.filter { !$0.isEmpty }.map(stored)
    }

    /// One spelling for `é` and `e` with an accent behind it: the database compares bytes. ASCII has no second one.
    private static func stored(_ term: String) -> String {
        let term = term.cut(to: longestTerm)
        return term.utf8.allSatisfy { $0 < 0x80 } ? term : term.precomposedStringWithCanonicalMapping
    }
}
