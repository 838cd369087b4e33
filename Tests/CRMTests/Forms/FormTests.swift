import CRM
import Testing

/// Forms that are built in the console.
@Suite struct FormTests {
    private let email = FormField(name: "email", label: "Email", type: .email, isRequired: true, options: [])

    private func definition(_ fields: [FormField], redirect: String? = nil) -> FormDefinition {
        FormDefinition(fields: fields, source: nil, submitLabel: "Send", thankYou: "Thanks", redirect: redirect)
    }

    @Test func `a form is made, changed, found by its id alone, and taken off the web`() async throws {
        let site = try await Site()
        let form = try await site.crm.forms.create(site.account, name: " Booking ", now: .start)
        #expect(form.name == "Booking")
        #expect(form.definition == .starter)
        var changed = form.definition
        changed.source = "Spring page"
        try await site.crm.forms.update(site.account, form.id, name: "Callback", definition: changed, now: .on(1))
        let found = try #require(try await site.crm.forms.form(form.id))
        #expect(found.account == site.account)
        #expect(found.name == "Callback")
        #expect(found.definition.source == "Spring page")
        #expect(found.createdAt == .start)
        #expect(found.updatedAt == .on(1))
        try await site.crm.forms.archive(site.account, form.id, now: .on(2))
        #expect(try await site.crm.forms.form(form.id) == nil)
        #expect(try await site.crm.forms.all(site.account).isEmpty)
        await #expect(throws: NotFound.form) {
            try await site.crm.forms.update(site.account, form.id, name: "X", definition: changed, now: .on(3))
        }
    }

    @Test func `everything that is wrong with a definition is said at once`() async throws {
        let site = try await Site()
        let fields = [
            FormField(name: "", label: "", type: .text, isRequired: false, options: []),
            FormField(name: "pick", label: "Pick", type: .select, isRequired: false, options: []),
            FormField(name: "first_name", label: "One", type: .text, isRequired: false, options: []),
            FormField(name: "firstName", label: "Two", type: .text, isRequired: false, options: []),
        ]
        let error = await #expect(throws: InvalidForm.self) {
            _ = try await site.crm.forms.create(
                site.account, name: " ", definition: definition(fields, redirect: "javascript:alert(1)"), now: .start)
        }
        #expect(
            error?.problems == [
                "A form needs a name of at most 200 characters.",
                "A form needs an e-mail or a phone field: without one nobody can be reached.",
                "A field needs a name of at most 100 characters.", "A field needs a label of at most 300 characters.",
                "Pick needs at least one option.",
                "Two fields are named firstname: their answers would overwrite each other.",
                "The redirect must be a whole address that begins with https:// or http://.",
            ])
        #expect(try await site.crm.forms.all(site.account).isEmpty)
    }

    @Test func `a form without fields, or with a hundred and one, is refused`() {
        #expect(definition([]).problems.first == "A form needs at least one field.")
        let many =
            [email]
            + (1...100).map {
                FormField(name: "f\($0)", label: "F\($0)", type: .text, isRequired: false, options: [])
            }
        #expect(definition(many).problems == ["A form can have at most 100 fields."])
    }

    @Test(arguments: [
        ("https://clinic.example/thanks?x=1", true), ("http://clinic.example", true), ("/thanks", false),
        ("//clinic.example", false), ("https://", false), ("ftp://clinic.example", false), ("data:text/html,x", false),
    ])
    func `a redirect is a whole web address`(redirect: String, isFine: Bool) {
        #expect(definition([email], redirect: redirect).problems.isEmpty == isFine)
    }

    @Test(arguments: [
        (FieldType.email, "ann@example.com", true), (.email, "ann@", false), (.phone, "+43 1 23456", true),
        (.phone, "none", false), (.number, "12,5", true), (.number, "twelve", false), (.number, "nan", false),
        (.money, "99.90", true), (.rating, "5", true), (.date, "2026-11-22", true), (.date, "22.11.2026", false),
        (.text, "<b>", true), (.multiLine, "a\nb", true), (.boolean, "on", true), (.select, "Lips", true),
        (.select, "Else", false), (.radio, "Brows", true), (.checkbox, "Lips", true), (.multiSelect, "Else", false),
    ])
    func `an answer has to fit its question`(type: FieldType, answer: String, isFine: Bool) {
        let options = type.hasOptions ? ["Lips", "Brows"] : []
        let form = definition([FormField(name: "q", label: "Q", type: type, isRequired: true, options: options)])
        #expect(form.problems(with: ["q": [answer]]).isEmpty == isFine)
    }

    @Test func `a required question wants an answer, another one does not`() {
        let form = definition([email, FormField(name: "n", label: "N", type: .number, isRequired: false, options: [])])
        for answers in [[:], ["email": [" "], "n": [""]]] {
            let problems = form.problems(with: answers)
            #expect(problems.map(\.field) == ["email"])
            #expect(problems.map(\.message) == ["Please fill in this field."])
        }
        #expect(form.problems(with: ["email": ["ann@example.com"]]).isEmpty)
    }

    @Test func `one of several takes one answer, several of several take more`() {
        let options = ["Lips", "Brows"]
        let one = definition([FormField(name: "q", label: "Q", type: .select, isRequired: false, options: options)])
        let many = definition([FormField(name: "q", label: "Q", type: .checkbox, isRequired: false, options: options)])
        #expect(one.problems(with: ["q": options]).map(\.message) == ["Please choose one of the options."])
        #expect(many.problems(with: ["q": options]).isEmpty)
    }

    @Test func `only the questions that were asked are captured, in their order`() {
        let form = definition([
            email, FormField(name: "city", label: "City", type: .text, isRequired: false, options: []),
        ])
        let filled = form.filled(with: ["tags": ["vip"], "city": ["Graz"], "email": ["ann@example.com"]])
        #expect(
            filled == [
                FilledField(name: "email", label: "Email", values: ["ann@example.com"]),
                FilledField(name: "city", label: "City", values: ["Graz"]),
            ])
    }

    @Test func `forms that brought something are listed with how much`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.record(visit.form(["email": "ann@example.com"], minute: 2))
        try await site.record(visit.ownForm(["email": "ann@example.com"], minute: 3))
        let seen = try await site.crm.submissions.formsSeen(site.account)
        #expect(seen.map(\.formID) == ["F1", "contact"])
        #expect(seen.map(\.submissions) == [1, 2])
        #expect(seen.map(\.kind) == [.ownForm, .externalForm])
    }
}
