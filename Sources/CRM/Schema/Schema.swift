import Database

/// Every step of the schema, in order. A released step is frozen: it names columns and no type of the product.
public enum Schema {
    public static let migrations: [Migration] = [
        Migration(number: 1, name: "accounts and people", statements: accountsAndPeople),
        Migration(number: 2, name: "tracking", statements: tracking),
        Migration(number: 3, name: "contacts", statements: contacts),
        Migration(number: 4, name: "conversions and attributions", statements: conversions),
        Migration(number: 5, name: "planner statistics", statements: plannerStatistics),
        Migration(number: 6, name: "refused hosts", statements: refusedHosts),
        Migration(number: 7, name: "rule books", statements: rules),
        Migration(number: 8, name: "planner statistics of rule books", statements: ruleStatistics),
        Migration(number: 9, name: "session age index", statements: sessionAgeIndex),
        Migration(number: 10, name: "retention", statements: retention),
        Migration(number: 11, name: "contact records", statements: contactRecords),
        Migration(number: 12, name: "search indexes", statements: searchIndexes),
        Migration(number: 13, name: "fields, values, tags and business details", statements: fields),
        Migration(number: 14, name: "opportunities", statements: opportunities),
        Migration(number: 15, name: "trigger links", statements: links),
        Migration(number: 16, name: "access", statements: access),
        Migration(number: 17, name: "outbox", statements: outbox),
        Migration(number: 18, name: "merges", statements: merges),
        Migration(number: 19, name: "imports", statements: imports),
        Migration(number: 20, name: "reports", statements: reports),
        Migration(number: 21, name: "ad costs and currency rates", statements: adCosts),
        Migration(number: 22, name: "dashboards", statements: dashboards),
        Migration(number: 23, name: "report roll-ups", statements: rollups),
        Migration(number: 24, name: "imports of ad costs, and rules under way", statements: underway),
        Migration(number: 25, name: "report roll-ups in chunks", statements: rollupChunks),
        Migration(number: 26, name: "report roll-ups of mediums", statements: rollupsOfMediums),
    ]
}
