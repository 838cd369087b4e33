import Database

/// The SQL of currency rates.
enum CurrencyRateStore {
    /// There are not two hundred currencies.
    private static let most = 200

    static func all(_ connection: Connection, _ account: AccountID, base: Currency) throws -> [CurrencyRate] {
        try connection.rows(
            """
            select currency, billionths, updated_at from currency_rates
            where account_id = $1 and base = $2 order by currency limit \(most)
            """, [account, base]
        ).map {
            CurrencyRate(
                currency: try $0["currency"], billionths: try $0["billionths"], updatedAt: try $0["updated_at"])
        }
    }

    static func save(_ connection: Connection, _ account: AccountID, base: Currency, _ rate: CurrencyRate) throws {
        try connection.execute(
            """
            insert into currency_rates (account_id, base, currency, billionths, updated_at)
            values ($1, $2, $3, $4, $5)
            on conflict (account_id, base, currency) do update set
                billionths = excluded.billionths, updated_at = excluded.updated_at
            """, [account, base, rate.currency, rate.billionths, rate.updatedAt])
    }

    static func delete(
        _ connection: Connection, _ account: AccountID, base: Currency, _ currency: Currency
    ) throws -> Bool {
        try connection.execute(
            "delete from currency_rates where account_id = $1 and base = $2 and currency = $3",
            [account, base, currency]) > 0
    }
}
