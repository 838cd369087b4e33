import Database

/// The SQL of an account's task list: a keyset over (due_at, id).
enum TaskSearch {
    static func tasks(_ connection: Connection, _ account: AccountID, _ query: TaskQuery) throws -> [ContactTask] {
        var conditions = ["account_id = $1"]
        var values: [any SQLConvertible] = [account]
        func add(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        func list(_ values: [any SQLConvertible]) -> String { "(\(values.map(add).joined(separator: ", ")))" }
        if !query.contacts.isEmpty { conditions.append("contact_id in \(list(query.contacts))") }
        if !query.assignedTo.isEmpty { conditions.append("assigned_to in \(list(query.assignedTo))") }
        if let done = query.isCompleted { conditions.append("completed = \(add(done))") }
        if let text = query.text?.trimmed.nonEmpty {
            conditions.append("title_key like \(add(pattern(text))) escape '\\'")
        }
        if let after = query.after {
            conditions.append("(due_at, id) > (\(add(after.dueAt)), \(add(after.id)))")
        }
        return try connection.rows(
            """
            select \(TaskStore.columns) from tasks where \(conditions.joined(separator: " and "))
            order by due_at, id limit \(add(query.limit)) offset \(add(query.offset))
            """, values
        ).map(TaskStore.task)
    }

    /// What a title that has the text in it is like.
    private static func pattern(_ text: String) -> String {
        let escaped = TaskStore.key(ofTitle: text).map { "\\%_".contains($0) ? "\\\($0)" : String($0) }
        return "%" + escaped.joined() + "%"
    }
}
