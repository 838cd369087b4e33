import Foundation

extension Opportunity {
    /// Writes what an edit says, except where it goes and whose it is.
    ///
    /// - Throws: `InvalidField`.
    mutating func apply(_ edit: OpportunityEdit, now: Milliseconds) throws {
        if let name = edit.name { self.name = try Self.checked(name: name) }
        if let status = edit.status, status != self.status {
            self.status = status
            statusChangedAt = now
            if status != .lost { lostReason = nil }
        }
        if let user = edit.assignedTo { assignedTo = user }
        if let source = edit.source { self.source = source?.trimmed.nonEmpty?.cut(to: 500) }
        // Of what is not lost nobody asks why.
        if let reason = edit.lostReason, status == .lost { lostReason = reason }
        if let day = edit.closesOn { forecast.expect(day, now: now) }
        if let probability = edit.probability {
            guard (0...100).contains(probability ?? 0) else {
                throw InvalidField(
                    field: "forecastProbability", message: "forecastProbability must be a number from 0 to 100")
            }
            forecast.probability = probability
        }
        value = try Self.value(edit, before: value)
    }

    static func checked(name: String) throws -> String {
        guard let name = name.trimmed.nonEmpty, name.unicodeScalars.count <= 500 else {
            throw InvalidField(field: "name", message: "name must have 1 to 500 characters")
        }
        return name
    }

    /// A currency that is named alone keeps the amount: 1500 dollars become 1500 euros.
    static func value(_ edit: OpportunityEdit, before: Money) throws -> Money {
        let currency = edit.currency ?? before.currency
        guard edit.amount != nil || currency != before.currency else { return before }
        guard let value = Money(major: edit.amount ?? before.major, currency: currency) else {
            throw InvalidField(
                field: "monetaryValue",
                message: "monetaryValue must be a number that is not negative and not more than "
                    + "\(Money(minorUnits: Money.most, currency: currency).major)")
        }
        return value
    }
}
