import Attribution
import Database

/// One of the things that must all be true of a contact.
enum SearchWish {
    /// A word of its name, e-mail, phone number or company begins like this.
    case word(String)
    case condition(ContactCondition)

    /// The condition over a row of `contacts`.
    func part(_ account: AccountID, _ scope: SearchScope) -> SQLPart {
        switch self {
        case .word(let word):
            SQLPart(
                """
                exists (select 1 from contact_terms where contact_terms.account_id = #
                    and contact_terms.contact_id = contacts.id and term >= # and term < #)
                """, [account, word, word + "\u{10FFFF}"])
        case .condition(let condition): condition.part(scope)
        }
    }

    /// The ids of the contacts of whom it is true, off an index; nil where there is none, or where the database finds
    /// it by itself among the contacts' own columns.
    func entries(_ account: AccountID) -> SQLPart? {
        switch self {
        case .word(let word):
            return SQLPart(
                "select contact_id from contact_terms where contact_terms.account_id = # and term >= # and term < #",
                [account, word, word + "\u{10FFFF}"])
        case .condition(.test(let test)):
            guard !test.isNegated, case .equals(let values) = test.comparison, values.count == 1 else { return nil }
            return Self.entries(test.field, values[0], account)
        case .condition: return nil
        }
    }

    private static func entries(_ field: ContactSearchField, _ value: SearchValue, _ account: AccountID) -> SQLPart? {
        switch (field, value) {
        case (.tags, .text(let tag)):
            return SQLPart("select contact_id from contact_tags where account_id = # and tag = #", [account, tag])
        case (.followers, .text(let user)):
            return SQLPart("select contact_id from followers where account_id = # and user_id = #", [account, user])
        case (.visitors, .visitor(let visitor)):
            return SQLPart("select contact_id from visitors where account_id = # and id = #", [account, visitor])
        case (.custom(let id, .text), .text(let value)):
            return custom(id, value.asciiLowercased, account)
        case (.attribution(let reference), .text(let value)) where reference.field.isIndexedForSearch:
            return SQLPart("select walked.contact_id from attributions as walked where ")
                + ContactWalk.entries(reference.field, value, account)
        default: return nil
        }
    }

    private static func custom(_ id: FieldID, _ value: String, _ account: AccountID) -> SQLPart {
        let beginning = value.cut(to: Schema.searchedLength)
        let found = SQLPart(
            """
            select contact_id from contact_field_values
            where account_id = # and field_id = # and lower(substr(value, 1, \(Schema.searchedLength))) = #
            """, [account, id, beginning])
        return beginning == value ? found : found + SQLPart(" and lower(value) = #", [value])
    }

    /// Whether it is true of a contact or two: the database finds them by an index of the contacts' own.
    var isOfOne: Bool {
        guard case .condition(.test(let test)) = self, !test.isNegated, case .equals = test.comparison else {
            return false
        }
        return [.id, .property(.email), .property(.phone)].contains(test.field)
    }

    /// The field of First or Latest whose index has the contacts by age.
    var reference: AttributionReference? {
        guard case .condition(.test(let test)) = self, case .attribution(let reference) = test.field, value != nil,
            reference.field.isIndexedForSearch
        else { return nil }
        return reference
    }

    /// The one text that it must equal.
    var value: String? {
        guard case .condition(.test(let test)) = self, !test.isNegated, case .equals(let values) = test.comparison,
            values.count == 1, case .text(let text) = values[0]
        else { return nil }
        return text
    }
}
