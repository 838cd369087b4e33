/// Numbers the people behind the rows of parts: visitors of visits, contacts of everything else.
struct PeopleReader: Sendable {
    private var visitors = VisitorTable()
    private var contacts: [String: UInt32] = [:]
    /// By row of the part that was looked at last; only the chosen rows say something.
    private(set) var numbers: [UInt32] = []

    /// How many different ones there were.
    var count: Int { visitors.count + contacts.count }

    static func column(of subject: ReportSubject) -> FactColumn { subject.hasContact ? .contact : .visitor }

    mutating func look(at part: FactPart, rows: ArraySlice<UInt32>) throws(FactError) {
        if numbers.count < part.rows { numbers = [UInt32](repeating: 0, count: part.rows) }
        if part.subject.hasContact {
            guard let texts = try part.contacts() else { return }
            for row in rows { numbers[Int(row)] = number(of: texts[Int(row)]) }
        } else {
            guard let ids = try part.visitors() else { return }
            for row in rows { numbers[Int(row)] = visitors.number(of: ids[Int(row)]) }
        }
    }

    private mutating func number(of contact: String) -> UInt32 {
        if let known = contacts[contact] { return known }
        let number = UInt32(contacts.count)
        contacts[contact] = number
        return number
    }
}
