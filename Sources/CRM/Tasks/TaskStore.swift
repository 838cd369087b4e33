import Database
import Foundation

/// The SQL of tasks.
enum TaskStore {
    static let columns = """
        contact_id, id, title, body, due_at, completed, completed_at, assigned_to, author, created_at, updated_at
        """

    static func task(_ row: Row) throws -> ContactTask {
        ContactTask(
            id: try row["id"], contact: try row["contact_id"], title: try row["title"], body: try row["body"],
            dueAt: try row["due_at"], completedAt: try row["completed_at"], isCompleted: try row["completed"],
            assignedTo: try row["assigned_to"], author: try row["author"], createdAt: try row["created_at"],
            updatedAt: try row["updated_at"])
    }

    /// Titles are compared in small letters, in one spelling of their accents.
    static func key(ofTitle title: String) -> String {
        title.lowercased().precomposedStringWithCanonicalMapping
    }

    /// What is due first stands first.
    static func tasks(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, limit: Int
    ) throws -> [ContactTask] {
        try connection.rows(
            """
            select \(columns) from tasks where account_id = $1 and contact_id = $2 order by due_at, id limit $3
            """, [account, contact, limit]
        ).map(task)
    }

    static func task(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: TaskID
    ) throws -> ContactTask? {
        try connection.row(
            "select \(columns) from tasks where account_id = $1 and contact_id = $2 and id = $3",
            [account, contact, id]
        ).map(task)
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ task: ContactTask) throws {
        try connection.execute(
            """
            insert into tasks (account_id, \(columns), title_key)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                account, task.contact, task.id, task.title, task.body, task.dueAt, task.isCompleted, task.completedAt,
                task.assignedTo, task.author, task.createdAt, task.updatedAt, key(ofTitle: task.title),
            ])
    }

    static func update(_ connection: Connection, _ account: AccountID, _ task: ContactTask) throws {
        try connection.execute(
            """
            update tasks set title = $4, title_key = $5, body = $6, due_at = $7, completed = $8, completed_at = $9,
                assigned_to = $10, updated_at = $11
            where account_id = $1 and contact_id = $2 and id = $3
            """,
            [
                account, task.contact, task.id, task.title, key(ofTitle: task.title), task.body, task.dueAt,
                task.isCompleted, task.completedAt, task.assignedTo, task.updatedAt,
            ])
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ task: ContactTask) throws {
        try connection.execute(
            "delete from tasks where account_id = $1 and contact_id = $2 and id = $3", [account, task.contact, task.id])
    }
}
