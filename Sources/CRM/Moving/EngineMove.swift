import Database

/// Moves everything, or one account, from one database to another, whichever engines they are.
///
/// Rows go table by table in the order of their keys, a chunk a transaction, and each transaction notes in the target how
/// far it has come: a move that was killed goes on from there. Then both sides are read again and compared. Nobody can
/// write to the source meanwhile, and nobody may to the target; if somebody does, the comparison says so.
public struct EngineMove: Sendable {
    /// What has come about, for whoever waits for it.
    public enum Progress: Sendable, Equatable {
        /// So many rows of the table have come over up to now, in this run and those before.
        case copied(table: String, rows: Int, isLast: Bool)
        case verified(table: String, rows: Int, checksum: String)
    }

    static let chunk = 1_000
    /// Months before this one that get a partition of their own; what is older shares one.
    private static let mostMonths = 120

    private let source: Database
    private let target: Database
    private let location: String?

    /// - Parameter location: the location ID of the account that moves; nil moves everything.
    public init(from source: Database, to target: Database, location: String? = nil) {
        self.source = source
        self.target = target
        self.location = location
    }

    /// Makes a database fit to be served into which a move was begun and not ended: reports are told again of what
    /// changes in the accounts that were there before.
    ///
    /// - Throws: `MoveError.notEnded` when everything was on its way here: what comes in would be in the way of the rest.
    public static func prepareToServe(_ database: Database) async throws {
        guard try await isHere(database) else { return }
        try await database.write(.readCommitted) { try MoveStore.restoreMarking($0) }
    }

    /// Refuses a database to which everything is on its way, and says whether an account is.
    ///
    /// - Throws: `MoveError.notEnded`.
    @discardableResult
    public static func isHere(_ database: Database) async throws -> Bool {
        guard let note = try await database.read({ try MoveStore.unended($0) }) else { return false }
        guard note.location != nil else { throw MoveError.notEnded }
        return true
    }

    /// - Throws: `MoveError`; whatever a database throws.
    public func run(now: Milliseconds, report: @Sendable (Progress) throws -> Void) async throws {
        do {
            try await source.withoutOtherWriters(to: tables.map(\.name)) { try await move(now: now, report) }
        } catch  where DatabaseFault(error) == .busy {
            throw MoveError.isWritten
        }
    }

    private func move(now: Milliseconds, _ report: @Sendable (Progress) throws -> Void) async throws {
        var note = try await begin()
        try await target.write(.readCommitted) { try MoveStore.removeMarking($0) }
        do {
            try await copyAll(&note, now: now, report)
        } catch {
            // Whoever gives the move up may serve the target for what was there before.
            try? await target.write(.readCommitted) { try MoveStore.restoreMarking($0) }
            throw error
        }
        try await target.write(.readCommitted) { connection in
            try MoveStore.restoreMarking(connection)
            try FactState.open(connection)
            try MoveStore.dropNotes(connection)
        }
    }

    private func copyAll(
        _ note: inout MoveNote, now: Milliseconds, _ report: @Sendable (Progress) throws -> Void
    ) async throws {
        let tables = tables
        try await makePartitions(now: now)
        for (index, table) in tables.enumerated() where index >= note.tables {
            try await copy(table, &note, report)
        }
        for table in tables { try await verify(table, note, report) }
    }

    private var tables: [SchemaTable] {
        SchemaTable.all.filter { table in
            switch table.owner {
            case .account: true
            case .everybody: location == nil
            case .servers: false
            }
        }
    }

    /// The note of this move: the one that an earlier run has left, or a new one if nothing is in the way.
    private func begin() async throws -> MoveNote {
        let mark = try await source.read { try MoveStore.mark($0) }
        let number: AccountID? = if let location { try await Self.find(location, in: source) } else { nil }
        let location = location
        return try await target.write { connection in
            try MoveStore.createNotes(connection)
            if let found = try MoveStore.note(connection) {
                let asked = MoveNote(source: mark, location: location, numbers: nil)
                guard found.isSameMove(as: asked) else { throw MoveError.anotherMove }
                return found
            }
            let note = MoveNote(
                source: mark, location: location, numbers: try Self.numbers(connection, number, location))
            try MoveStore.save(connection, note)
            return note
        }
    }

    /// - Throws: `MoveError.noAccount`.
    @discardableResult
    public static func find(_ location: String, in source: Database) async throws -> AccountID {
        guard let account = try await source.read({ try AccountStore.account($0, locationID: location) }) else {
            throw MoveError.noAccount(location)
        }
        return account.id
    }

    private static func numbers(
        _ target: Connection, _ number: AccountID?, _ location: String?
    ) throws -> MoveNote.Numbers? {
        guard let number, let location else {
            guard try MoveStore.isEmpty(target) else { throw MoveError.notEmpty }
            return nil
        }
        guard try AccountStore.account(target, locationID: location) == nil else {
            throw MoveError.accountIsThere(location)
        }
        let isTaken = try MoveStore.hasAccount(target, numbered: number)
        return MoveNote.Numbers(source: number, target: isTaken ? try MoveStore.nextAccount(target) : number)
    }

    private func copy(
        _ table: SchemaTable, _ note: inout MoveNote, _ report: @Sendable (Progress) throws -> Void
    ) async throws {
        let from = MoveSide(database: source, account: note.numbers?.source)
        let columns = try await from.columns(of: table)
        let there = try await MoveSide(database: target, account: nil).columns(of: table)
        guard columns == there else { throw MoveError.columnsDiffer(table: table.name) }
        var isOver = false
        while !isOver {
            try Task.checkCancellation()
            let page = try await from.page(table, columns, after: note.place, limit: Self.chunk)
            let rows = page.rows.map { table.renumbered($0, columns, note.numbers?.target) }
            let count = note.rows + rows.count
            note.place = page.isLast ? nil : page.last
            note.rows = page.isLast ? 0 : count
            if page.isLast { note.tables += 1 }
            try await save(rows, columns, in: table, note)
            try report(.copied(table: table.name, rows: count, isLast: page.isLast))
            isOver = page.isLast
        }
    }

    private func save(
        _ rows: [[SQLValue]], _ columns: [String], in table: SchemaTable, _ note: MoveNote
    ) async throws {
        do {
            try await target.write(limit: .none) { connection in
                try connection.insert(into: table.name, columns, rows)
                try MoveStore.save(connection, note)
            }
        } catch  where DatabaseFault(error) == .refused {
            throw MoveError.rowsRefused(table: table.name)
        }
    }

    private func verify(
        _ table: SchemaTable, _ note: MoveNote, _ report: @Sendable (Progress) throws -> Void
    ) async throws {
        let from = MoveSide(database: source, account: note.numbers?.source)
        let to = MoveSide(database: target, account: note.numbers?.target)
        let columns = try await from.columns(of: table)
        let before = try await from.check(table, columns, takingAccountFor: note.numbers?.target)
        let after = try await to.check(table, columns, takingAccountFor: nil)
        guard before == after else {
            throw MoveError.rowsDiffer(table: table.name, source: before.rows, target: after.rows)
        }
        try report(.verified(table: table.name, rows: after.rows, checksum: after.checksum))
    }

    /// The months of what is to come get partitions before it comes: what is in the default one is slow to take out.
    private func makePartitions(now: Milliseconds) async throws {
        guard target.dialect == .postgres else { return }
        for name in MonthPartitions.tables {
            guard let oldest = try await source.read({ try MoveStore.oldest($0, of: name) }) else { continue }
            let partitions = MonthPartitions(table: name)
            let there = try await target.read { try partitions.months($0) }
            let this = CalendarMonth(of: now)
            var month = max(CalendarMonth(of: oldest), this.adding(-Self.mostMonths))
            while month <= this {
                let made = month
                if !there.contains(month) {
                    try await target.write(.readCommitted, limit: .none) { try partitions.make(made, $0) }
                }
                month = month.adding(1)
            }
        }
    }
}
