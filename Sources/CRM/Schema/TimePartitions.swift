import Database

extension Schema {
    /// Ends the `create table` of rows that come with their time and go with it; see `docs/decisions/0012`.
    static func byTime(_ d: Dialect) -> String {
        switch d {
        case .sqlite: d.clustered
        case .postgres: "partition by range (occurred_at)"
        }
    }

    /// The partitions that such a table begins with: last month's, this month's, the next three, and one for the rows of
    /// a clock that is far off. Retention makes the later ones.
    static func firstPartitions(_ d: Dialect, of table: String) -> [String] {
        switch d {
        case .sqlite: []
        case .postgres:
            [
                "create table \(table)_default partition of \(table) default",
                """
                do $$
                declare
                    month timestamp := date_trunc('month', now() at time zone 'UTC') - interval '1 month';
                begin
                    for number in 1..5 loop
                        execute format(
                            'create table \(table)_y%sm%s partition of \(table) for values from (%s) to (%s)',
                            to_char(month, 'YYYY'), to_char(month, 'MM'),
                            (extract(epoch from month) * 1000)::bigint,
                            (extract(epoch from month + interval '1 month') * 1000)::bigint);
                        month := month + interval '1 month';
                    end loop;
                end $$
                """,
            ]
        }
    }
}
