import CRM

/// What is to be done for a contact (`console/tasks`): what is open, the first due ones first, then what is done.
struct TaskPanel {
    let action: String
    /// What a new task starts with: tomorrow, at this hour.
    let due: String
    let owners: [FieldControl.Option]
    let openText: String?
    let items: [Item]

    struct Item {
        let id: String
        let title: String
        let body: String?
        let due: Moment
        /// As the control wants it.
        let dueValue: String
        let overdue: Bool
        let done: Bool
        let owner: String?
        let owners: [FieldControl.Option]
        let action: String
        /// Where the tick goes, what it sends and what it is called.
        let tickAction: String
        let tick: String
        let tickLabel: String
        let deleteHref: String
    }

    init(_ tasks: [ContactTask], of contact: ContactID, _ users: [User], _ paths: AccountPaths, _ clock: AccountClock) {
        let done = tasks.filter(\.isCompleted)
        let open = tasks.filter { !$0.isCompleted }
        action = paths.contact(contact) + "/tasks"
        due = clock.control(clock.now + .day)
        owners = FieldControl.Option.owners(users, chosen: nil)
        openText = open.isEmpty ? nil : "\(open.count) open"
        items = (open + done.reversed()).map { Item($0, users, paths, clock) }
    }
}

extension TaskPanel.Item {
    fileprivate init(_ task: ContactTask, _ users: [User], _ paths: AccountPaths, _ clock: AccountClock) {
        id = task.id.rawValue
        title = task.title
        body = task.body
        due = clock.moment(task.dueAt)
        dueValue = clock.control(task.dueAt)
        done = task.isCompleted
        overdue = !done && task.dueAt < clock.now
        owner = task.assignedTo.map { id in users.first { $0.id == id }?.email.text ?? "Somebody else" }
        owners = FieldControl.Option.owners(users, chosen: task.assignedTo)
        action = paths.task(task)
        tickAction = action + "/done"
        tick = done ? "false" : "true"
        tickLabel = done ? "Open again" : "Done"
        deleteHref = action + "/delete"
    }
}

extension FieldControl.Option {
    /// Whom something may be given to, nobody first; one who is not among them any more stays chosen.
    static func owners(_ users: [User], chosen: UserID?) -> [FieldControl.Option] {
        let nobody = FieldControl.Option(value: "", label: "Nobody", selected: chosen == nil)
        let known = users.map {
            FieldControl.Option(value: $0.id.rawValue, label: $0.email.text, selected: $0.id == chosen)
        }
        guard let chosen, !users.contains(where: { $0.id == chosen }) else { return [nobody] + known }
        return [nobody] + known
            + [FieldControl.Option(value: chosen.rawValue, label: "Somebody else", selected: true)]
    }
}
