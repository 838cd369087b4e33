import Database
import Foundation

/// What other currencies are worth to an account: its own word, since nobody is asked on the network.
///
/// Rates lead to the currency that the account has now. When it takes another one, those that were entered for the old
/// one rest until it goes back.
public struct Currencies: Sendable {
    let database: Database

    public func rates(_ account: AccountID) async throws -> CurrencyRates {
        try await database.read { try CurrencyRates.load($0, account) }
    }

    /// Enters or changes a rate; reports of all times use it from now on.
    ///
    /// - Throws: `CurrencyRateError`.
    public func save(
        _ account: AccountID, code: String, rate: String, by actor: AuditActor, now: Milliseconds
    ) async throws {
        guard let currency = Currency(rawValue: code.trimmed) else { throw CurrencyRateError.currency }
        let number = NumberText(rate).flatMap {
            Decimal(string: $0.text, locale: Locale(identifier: "en_US_POSIX"))
        }
        guard let number, let rate = CurrencyRate(currency: currency, rate: number, updatedAt: now) else {
            throw CurrencyRateError.rate
        }
        try await database.write { connection in
            let base = try PipelineStore.currency(connection, account)
            guard currency != base else { throw CurrencyRateError.own(base) }
            try CurrencyRateStore.save(connection, account, base: base, rate)
            try Audit.note(connection, account, .rateChanged, currency.rawValue, by: actor, at: now)
        }
    }

    /// Amounts in that currency are shown apart from now on.
    ///
    /// - Throws: `CurrencyRateError`.
    public func remove(
        _ account: AccountID, code: String, by actor: AuditActor, now: Milliseconds
    ) async throws {
        guard let currency = Currency(rawValue: code.trimmed) else { throw CurrencyRateError.currency }
        try await database.write { connection in
            let base = try PipelineStore.currency(connection, account)
            if try CurrencyRateStore.delete(connection, account, base: base, currency) {
                try Audit.note(connection, account, .rateRemoved, currency.rawValue, by: actor, at: now)
            }
        }
    }
}
