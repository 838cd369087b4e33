extension AttributionRecord {
    /// The record of a conversion on a website.
    ///
    /// Every landing-derived field comes from `landing`, which may be a carried one; `landingAt` is its time.
    public static func web(
        landing: Landing, landingAt: Int64, pageURL: String?, verdict: Verdict, browser: BrowserFacts = BrowserFacts(),
        medium: Medium, mediumID: String? = nil, formName: String? = nil, submissionID: String? = nil,
        visitorID: String? = nil, fbEventID: String? = nil, createdAt: Int64, carryOver: CarryOver? = nil
    ) -> AttributionRecord {
        var record = AttributionRecord(verdict: verdict, createdAt: createdAt, carryOver: carryOver)
        record[.url] = landing.url
        record[.referrer] = landing.referrer
        record[.pageURL] = pageURL
        record.fill(from: QueryParameters(url: landing.url, keys: verdict.ruleSet.spelling))
        record[.utmEventSource] = verdict.eventSource
        record.fill(from: browser)
        // Meta's cookie is often blocked; this is how it would read.
        if record[.fbc] == nil { record[.fbc] = record[.fbclid].map { "fb.1.\(landingAt).\($0)" } }
        record.fill(medium: medium, mediumID: mediumID, formName: formName, submissionID: submissionID)
        record[.visitorID] = visitorID
        record[.fbEventID] = fbEventID
        return record
    }

    /// The record of a click on a tracked link, which names the link instead of a page.
    public static func triggerLink(
        target: String, verdict: Verdict, browser: BrowserFacts = BrowserFacts(), linkID: String,
        submissionID: String? = nil, visitorID: String? = nil, createdAt: Int64
    ) -> AttributionRecord {
        var record = AttributionRecord(verdict: verdict, createdAt: createdAt)
        record[.url] = "Trigger Link"
        record.fill(from: QueryParameters(url: target, keys: verdict.ruleSet.spelling))
        record[.utmEventSource] = verdict.eventSource
        record.fill(from: browser)
        record.fill(medium: .triggerLink, mediumID: linkID, formName: nil, submissionID: submissionID)
        record[.visitorID] = visitorID
        return record
    }

    /// The record of a conversion that is no web visit.
    public static func interaction(
        _ interaction: Interaction, mediumID: String? = nil, submissionID: String? = nil, createdAt: Int64,
        isImported: Bool = false
    ) -> AttributionRecord {
        var record = AttributionRecord(
            verdict: .interaction(interaction), createdAt: createdAt, isImported: isImported)
        record.fill(medium: interaction.medium, mediumID: mediumID, formName: nil, submissionID: submissionID)
        switch interaction.ad {
        case .clickID(let id): record[.ctwaClid] = id
        case .adID(let id): record[.adID] = id
        case nil: break
        }
        return record
    }

    private mutating func fill(from query: QueryParameters) {
        let values = query.knownValues
        for field in AttributionField.allCases where !field.parameters.isEmpty {
            self[field] = field.parameters.lazy.compactMap { values[$0]?.text }.first(where: FieldText.isPresent)
        }
    }

    private mutating func fill(from browser: BrowserFacts) {
        self[.fbp] = browser.fbp
        self[.fbc] = browser.fbc
        self[.gaClientID] = browser.gaClientID
        self[.gaSessionID] = browser.gaSessionID
        self[.userAgent] = browser.userAgent
        self[.ip] = browser.ip
    }

    private mutating func fill(medium: Medium, mediumID: String?, formName: String?, submissionID: String?) {
        self[.medium] = medium.rawValue
        self[.mediumID] = mediumID
        self[.formName] = formName
        self[.submissionID] = submissionID
    }
}
