import CRM

/// Forms and what they brought, for programs.
struct FormsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] { forms + surveys }

    private var forms: [Operation] {
        let forms = FormsAPIController(crm: crm)
        return [
            .on(
                .get, "/forms/", "get-forms", .forms, "The account's own forms, the newest first", .readForms,
                query: FormListRequest.parameters, answers: [.ok(.formList)], work: forms.list),
            .on(
                .get, "/forms/submissions", "get-forms-submissions", .forms,
                "What was sent through own and external forms, the newest first", .readForms,
                query: SubmissionListRequest.parameters, answers: [.ok(.sentForms)], work: forms.submissions),
            .notBuilt(
                .post, "/forms/upload-custom-files", "upload-to-custom-fields", .forms, "Files of custom fields",
                .writeForms, because: "Headwater keeps no files: of a file field it has name, size and type"),
        ]
    }

    private var surveys: [Operation] {
        let reason = "Surveys are not part of Headwater yet"
        return [
            .notBuilt(.get, "/surveys/", "get-surveys", .forms, "Surveys", .readForms, because: reason),
            .notBuilt(
                .get, "/surveys/submissions", "get-surveys-submissions", .forms, "What was sent through surveys",
                .readForms, because: reason),
        ]
    }
}
