import CRM

/// What a client says of an opportunity; fields that it does not name stay as they are.
struct OpportunityRequest {
    private(set) var edit = OpportunityEdit()

    /// - Parameter fields: the account's custom fields of opportunities.
    /// - Throws: `APIError.invalid` with every bad field.
    init(_ body: WireValue, fields: [CustomField]) throws(APIError) {
        var reader = RequestFields(body)
        edit.name = reader.text("name") ?? nil
        edit.contact = (reader.text("contactId") ?? nil).map(ContactID.init(rawValue:))
        edit.pipeline = (reader.text("pipelineId") ?? nil).map(PipelineID.init(rawValue:))
        edit.stage = (reader.text("pipelineStageId") ?? nil).map(StageID.init(rawValue:))
        edit.assignedTo = reader.text("assignedTo").map { $0?.nonBlank.map(UserID.init(rawValue:)) }
        edit.source = reader.text("source")
        edit.lostReason = reader.text("lostReasonId").map { $0?.nonBlank.map(LostReasonID.init(rawValue:)) }
        readStatus(&reader)
        readValue(&reader)
        readForecast(&reader)
        edit.custom = reader.customValues(fields)
        if !reader.problems.isEmpty { throw .invalid(reader.problems) }
    }

    private mutating func readStatus(_ reader: inout RequestFields) {
        guard let text = reader.text("status") ?? nil else { return }
        guard let status = Opportunity.Status(rawValue: text) else {
            let known = Opportunity.Status.allCases.map(\.rawValue).joined(separator: ", ")
            return reader.problems.append("status must be one of \(known)")
        }
        edit.status = status
    }

    /// In whole units: null says that it is worth nothing yet.
    private mutating func readValue(_ reader: inout RequestFields) {
        if let value = reader.text("monetaryValue") {
            edit.amount = value.map(Money.decimal) ?? 0
            if edit.amount == nil { reader.problems.append("monetaryValue must be a number") }
        }
        if let code = reader.text("currency") ?? nil {
            edit.currency = Currency(rawValue: code)
            if edit.currency == nil { reader.problems.append("currency must be a currency code like EUR") }
        }
    }

    private mutating func readForecast(_ reader: inout RequestFields) {
        if let text = reader.text("forecastExpectedCloseDate") {
            edit.closesOn = .some(text.flatMap { CalendarDate($0) })
            if text?.nonBlank != nil, edit.closesOn == .some(nil) {
                reader.problems.append("forecastExpectedCloseDate must be a date like 2026-12-31")
            }
        }
        if let text = reader.text("forecastProbability") {
            edit.probability = .some(text.flatMap { Double($0) }.flatMap { Int(exactly: $0.rounded()) })
            if text?.nonBlank != nil, edit.probability == .some(nil) {
                reader.problems.append("forecastProbability must be a number from 0 to 100")
            }
        }
    }
}
