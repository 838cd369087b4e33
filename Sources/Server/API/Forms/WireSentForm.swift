import Attribution
import CRM

/// A submission as API clients read it: who sent it, and in `others` what was answered and where it came from.
struct WireSentForm: Encodable {
    let id: String
    @OrNull var contactId: String?
    let createdAt: String
    @OrNull var formId: String?
    @OrNull var formName: String?
    let name: String
    @OrNull var email: String?
    let others: WireAnswers
    @OrNull var attributionSource: WireAttribution?

    init(_ sent: SentForm) {
        let conversion = sent.conversion
        id = conversion.id.rawValue
        _contactId = OrNull(wrappedValue: conversion.contact?.rawValue)
        createdAt = conversion.receivedAt.iso8601
        _formId = OrNull(wrappedValue: conversion.formID)
        _formName = OrNull(wrappedValue: conversion.formName)
        name = sent.contact?.displayName ?? ""
        _email = OrNull(wrappedValue: sent.contact?.properties[.email])
        others = WireAnswers(sent)
        _attributionSource = OrNull(wrappedValue: sent.attribution.map { WireAttribution(stored: $0) })
    }
}

/// One page of submissions.
struct WireSentForms: Encodable {
    let submissions: [WireSentForm]
    let meta: Meta

    struct Meta: Encodable {
        let total: Int
        let currentPage: Int
        @OrNull var nextPage: Int?
        @OrNull var prevPage: Int?
    }

    init(_ found: SentForms, _ query: SentFormQuery) {
        submissions = found.forms.map(WireSentForm.init)
        let isLast = query.page * query.limit >= found.total
        meta = Meta(
            total: found.total, currentPage: query.page, nextPage: isLast ? nil : query.page + 1,
            prevPage: query.page > 1 ? query.page - 1 : nil)
    }
}
