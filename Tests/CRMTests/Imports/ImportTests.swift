import Attribution
import CRM
import Testing

/// Contacts come in from files, with their history.
@Suite struct ImportTests {
    private func wish(
        _ site: Site, _ text: String, _ format: ImportFile.Format = .csv, _ duplicates: ImportDuplicates = .update,
        again: Bool = false
    ) -> Imports.Wish {
        Imports.Wish(
            account: site.account, file: ImportFile(name: "leads.csv", format: format, bytes: Array(text.utf8)),
            duplicates: duplicates, again: again)
    }

    @discardableResult
    private func run(_ site: Site, _ wish: Imports.Wish) async throws -> [ImportLine.Outcome] {
        var outcomes: [ImportLine.Outcome] = []
        _ = try await site.crm.imports.run(
            wish, by: .command, now: .on(1), report: { outcomes.append($0.outcome) }, progress: { _ in })
        return outcomes
    }

    @Test func `names, tags, dates and quoted cells arrive as they are`() async throws {
        let site = try await Site()
        let csv =
            "\u{FEFF}First Name,Email,Phone,Tags,Created,Company Name\r\n"
            + "Ann,Ann@Example.com,'+43 1 2345678,\"vip, spring\",2024-03-01T10:00:00Z,\"Glow \"\"&\"\" Co\nVienna\"\r\n"
        #expect(try await run(site, wish(site, csv)) == [.created])
        let ann = try await site.contact()
        #expect(ann[.firstName] == "Ann")
        #expect(ann[.phone] == "+43 1 2345678")
        #expect(ann.tags == ["spring", "vip"])
        #expect(ann.contact.createdAt.iso8601 == "2024-03-01T10:00:00.000Z")
        #expect(ann[.companyName] == "Glow \"&\" Co\nVienna")
        #expect(ann.contact.contactSource == "CSV Import")
        #expect(ann.first?.source == .thirdParty)
        #expect(ann.first(.medium) == "csv_import")
    }

    @Test func `attribution is kept as the other system had it, or decided from the landing`() async throws {
        let site = try await Site()
        let csv = """
            Email,First: Source,First: Session URL,First: Created At,Latest: Session URL
            ann@example.com,Social media,https://clinic.example/a,2024-03-01,https://clinic.example/?gclid=x
            """
        try await run(site, wish(site, csv))
        let ann = try await site.contact()
        #expect(ann.first?.source == .socialMedia)
        #expect(ann.first?.record.isImported == true)
        #expect(ann.first?.record.createdAt.iso8601 == "2024-03-01T00:00:00.000Z")
        #expect(ann.latest?.source == .paidSearch)
        #expect(ann.latest(.gclid) == "x")
    }

    @Test func `what is exported comes back the same in another account`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x&utm_campaign=Glow", at: .on(0))
        try await site.record(visit.form(["email": "ann@example.com", "first_name": "=Ann", "city": "Graz"]))
        let before = try await site.contact()
        let export = ContactsCSV(fields: try await site.crm.fields.all(site.account))
        let other = try await Site(in: site.house, name: "Other")
        #expect(try await run(other, wish(other, export.header + export.line(before))) == [.created])
        let after = try await other.contact()
        #expect(after.contact.properties == before.contact.properties)
        #expect(after.first?.source == before.first?.source)
        #expect(after.latest(.utmCampaign) == "Glow")
        #expect(after.contact.createdAt == before.contact.createdAt)
        #expect(after.tags == before.tags)
    }

    @Test func `JSON Lines are read by the names of the export and of the API`() async throws {
        let site = try await Site()
        let field = try await site.field("Skin type")
        let lines = """
            {"firstName":"Ann","email":"ann@example.com","tags":["vip"],"dateAdded":"2024-03-01T10:00:00.000Z","additionalEmails":["lee@example.com"],"timezone":"Europe/Vienna","customFields":{"\(field.key)":"dry"},"attributionSource":{"sessionSource":"Paid Search","gclid":"x"}}

            {"name":"Bob Stone","phone":"+4312345678","customFields":[{"key":"\(field.key)","value":"oily"}]}
            [1]
            """
        let outcomes = try await run(site, wish(site, lines, .jsonl))
        #expect(outcomes == [.created, .created, .refused(["The line is not a JSON object"])])
        let ann = try await site.contact(.email, "ann@example.com")
        #expect(try await site.value(field.key, of: ann) == "dry")
        #expect(ann.first(.gclid) == "x")
        #expect(ann.contact.createdAt.iso8601 == "2024-03-01T10:00:00.000Z")
        #expect(ann.additionalEmails == ["lee@example.com"])
        #expect(ann.contact.timeZone == "Europe/Vienna")
        let bob = try await site.contact(.firstName, "Bob")
        #expect(try await site.value(field.key, of: bob) == "oily")
    }

    @Test func `one who is there takes what the file says, and keeps First and what the file leaves empty`()
        async throws
    {
        let site = try await Site()
        let id = try await site.create([.email: "ann@example.com", .city: "Graz", .firstName: "Ann"])
        let first = try await site.contact(id).first?.source
        let csv = "Email,First Name,City,Tags,First: Source\r\nANN@example.com,Anna,,vip,Paid Search\r\n"
        #expect(try await run(site, wish(site, csv)) == [.updated])
        let ann = try await site.contact()
        #expect(ann[.firstName] == "Anna")
        #expect(ann[.city] == "Graz")
        #expect(ann.tags == ["vip"])
        #expect(ann.first?.source == first)
        #expect(try await run(site, wish(site, csv + "\r\n", .csv, .leave)) == [.left])
    }

    @Test func `two records of one person make one contact`() async throws {
        let site = try await Site()
        let csv =
            "Email,Phone,City\r\nann@example.com,,Graz\r\n,+4312345678,Wien\r\nann@example.com,+4312345678,Linz\r\n"
        #expect(try await run(site, wish(site, csv)) == [.created, .created, .updated])
        #expect(try await site.contacts().count == 2)
        #expect(try await site.contact(.email, "ann@example.com")[.city] == "Linz")
    }

    @Test func `a bad record is refused with its reasons, and the others arrive`() async throws {
        let site = try await Site()
        let csv = "Email,Phone,First: Source\r\nnobody,1,Moon\r\nann@example.com,,\r\n,,\r\n"
        let outcomes = try await run(site, wish(site, csv))
        #expect(
            outcomes == [
                .refused([
                    "Email is not an e-mail address", "Phone is not a number of 5 to 15 digits",
                    "First: Source is none of the ten sources",
                ]), .created, .refused(["There is no e-mail address, no phone number and no name"]),
            ])
    }

    @Test func `a dry run says the same and writes nothing`() async throws {
        let site = try await Site()
        try await site.create([.email: "bob@example.com"])
        let csv = "Email\r\nann@example.com\r\nbob@example.com\r\nann@example.com\r\nnobody\r\n"
        var outcomes: [ImportLine.Outcome] = []
        let run = try await site.crm.imports.dryRun(wish(site, csv)) { outcomes.append($0.outcome) }
        #expect(outcomes == [.created, .updated, .updated, .refused(["Email is not an e-mail address"])])
        #expect([run.created, run.updated, run.refused, run.done] == [1, 2, 1, 4])
        #expect(try await site.contacts().count == 1)
        #expect(try await self.run(site, wish(site, csv)) == outcomes)
    }

    @Test func `an import that was interrupted goes on where it was`() async throws {
        struct Stop: Error {}
        let site = try await Site()
        let csv = "Email\r\n" + (1...1_200).map { "person\($0)@example.com\r\n" }.joined()
        await #expect(throws: Stop.self) {
            _ = try await site.crm.imports.run(
                wish(site, csv), by: .command, now: .on(1), report: { _ in }, progress: { _ in throw Stop() })
        }
        #expect(try await site.house.count("contacts") == 1_000)
        #expect(try await run(site, wish(site, csv)).count == 200)
        #expect(try await site.house.count("contacts") == 1_200)
        let runs = try await site.crm.imports.all(site.account)
        #expect(runs.map(\.created) == [1_200])
        await #expect(throws: ImportError.finishedBefore(.on(1))) { try await run(site, wish(site, csv)) }
        #expect(try await run(site, wish(site, csv, again: true)).allSatisfy { $0 == .updated })
    }

    @Test func `columns that nobody knows are named, and a file without any is no file of contacts`() async throws {
        let site = try await Site()
        let columns = try await site.crm.imports.unknownColumns(wish(site, "Email,Shoe Size,Updated\r\n"))
        #expect(columns == ["Shoe Size"])
        await #expect(throws: ImportError.noColumns) {
            _ = try await site.crm.imports.unknownColumns(wish(site, "%PDF-1.7\nx"))
        }
    }

    @Test func `a quotation mark that is not closed is refused, not taken for a long name`() async throws {
        let site = try await Site()
        let csv = "Email,First Name\r\na@example.org,Ann\r\nb@example.org,\"Bo\r\nc@example.org,Cy"
        let problem = "A quotation mark opens here and none closes it: what follows was not read"
        #expect(try await run(site, wish(site, csv)) == [.created, .refused([problem])])
    }

    @Test(arguments: [
        "", "\"", "\"\"\"", "a\"b,c", ",,,\r\n,,", "Email\r\n\"a", "Email\r\n\u{0}@x", "\u{FEFF}",
        String(repeating: "\"", count: 9_999),
    ])
    func `nothing that is called CSV stops the reader`(text: String) {
        var records = CSVRecords(Array(text.utf8))
        var count = 0
        while records.next() != nil { count += 1 }
        #expect(count <= text.utf8.count)
    }
}
