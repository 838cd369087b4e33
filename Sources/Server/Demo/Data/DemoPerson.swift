import Foundation

/// Somebody who leaves a form; every address ends in one of the domains that RFC 2606 keeps for examples.
struct DemoPerson: Sendable {
    let first: String
    let last: String
    let email: String
    /// Of the numbers that are kept for fiction: 555-0100 to 555-0199.
    let phone: String

    var name: String { "\(first) \(last)" }

    /// The `number`th person: no two have the same address.
    init(number: Int, _ random: inout DemoRandom) {
        let names = random.pick(Self.names) ?? Self.names[0]
        first = random.pick(names.first) ?? "Robin"
        last = random.pick(names.last) ?? "Vale"
        let plain = [first, last].map { name in
            name.folding(options: .diacriticInsensitive, locale: nil).lowercased().filter { $0.isASCII && $0.isLetter }
        }
        let forms = [plain.joined(separator: "."), plain[0].prefix(1) + plain[1], plain[0] + plain[1].prefix(1)]
        let domain = random.pick(["example.com", "example.com", "example.org", "example.net"]) ?? "example.com"
        email = "\(random.pick(forms) ?? plain[0])\(number)@\(domain)"
        let area = ["312", "773", "847", "630", "708"][number % 5]
        phone = "(\(area)) 555-01\(String(format: "%02d", number / 5 % 100))"
    }

    init(first: String, last: String, email: String, phone: String) {
        self.first = first
        self.last = last
        self.email = email
        self.phone = phone
    }

    private static let names: [(first: [String], last: [String])] = [
        (
            [
                "Hannah", "Claire", "Megan", "Rachel", "Emily", "Nora", "Grace", "Jack", "Owen", "Paige", "Tessa",
                "Ruth",
            ],
            ["Whitfield", "Carver", "Holloway", "Brennan", "Ashford", "Mercer", "Doyle", "Lockwood", "Pruitt", "Hale"]
        ),
        (
            ["Marisol", "Lucía", "Camila", "Valentina", "Sofía", "Ximena", "Andrés", "Mateo", "Paloma", "Renata"],
            [
                "Delgado", "Ibáñez", "Fuentes", "Camacho", "Ortega", "Villanueva", "Peña", "Salcedo", "Rosales",
                "Quiroga",
            ]
        ),
        (
            ["Ananya", "Meera", "Kavya", "Ishita", "Rohan", "Nisha", "Aarav", "Sunita", "Divya", "Farah"],
            ["Krishnan", "Mehta", "Banerjee", "Chaudhry", "Iyer", "Kapoor", "Rahman", "Deshmukh", "Gill", "Nair"]
        ),
        (
            ["Mei", "Yuki", "Jia", "Minh Anh", "Soo-jin", "Haruka", "Wen", "Linh", "Kenji", "Ji-woo"],
            ["Tanaka", "Nguyen", "Park", "Zhao", "Lim", "Watanabe", "Chen", "Pham", "Huang", "Seo"]
        ),
        (
            ["Adaeze", "Amina", "Temi", "Kwame", "Folake", "Zainab", "Chidi", "Abena", "Makena", "Thandiwe"],
            ["Okonkwo", "Mensah", "Adeyemi", "Diallo", "Owusu", "Kamau", "Nwosu", "Boateng", "Dlamini", "Sow"]
        ),
        (
            ["Layla", "Yasmin", "Noor", "Omar", "Leila", "Dalia", "Shirin", "Elif", "Rania", "Samir"],
            ["Haddad", "Khoury", "Mansour", "Farahani", "Yilmaz", "Nasser", "Aziz", "Karimi", "Saleh", "Demir"]
        ),
        (
            ["Zofia", "Katarzyna", "Ivana", "Mila", "Elena", "Tomáš", "Oksana", "Ingrid", "Astrid", "Freja"],
            ["Kowalska", "Novák", "Petrenko", "Horvat", "Lindgren", "Wójcik", "Ivanova", "Bergström", "Dahl", "Kral"]
        ),
        (
            ["Keisha", "Brianna", "Malik", "Jasmine", "Andre", "Monique", "Denise", "Imani", "Terrell", "Simone"],
            [
                "Washington", "Jefferson", "Baptiste", "Freeman", "Banks", "Moses", "Gaines", "Robinson", "Toussaint",
                "Ellis",
            ]
        ),
    ]
}
