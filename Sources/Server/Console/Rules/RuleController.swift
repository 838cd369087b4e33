import Attribution
import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// The rules in force and those that were: everybody may look.
struct RuleController: Sendable {
    let crm: CRM
    let pages: ConsolePages

    private static let mostRevisions = 200

    /// `GET /a/<account>/rules`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let book = try await crm.rules.book(account)
        let matter = RulesPage.Matter(
            book: book, revision: try await crm.rules.revision(account, book.revision ?? 0),
            draft: try await crm.rules.draft(account),
            replay: try await crm.rules.replays(account).first { !$0.state.isOver })
        let frame = try await pages.frame(request, context)
        return try pages.show(RulesPage(frame, context.paths, matter), in: frame)
    }

    /// `GET /a/<account>/rules/order`
    func order(_ request: Request, _ context: AccountContext) async throws -> Response {
        let book = try await crm.rules.book(context.account.id)
        return try await show(book, called: RevisionWords.name(book.revision ?? 0), in: .current, request, context)
    }

    /// `GET /a/<account>/rules/export`
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let book = try await crm.rules.book(context.account.id)
        return .document(book, named: "rules-revision-\(book.revision ?? 0)")
    }

    /// `GET /a/<account>/rules/draft/order`
    func draftOrder(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(try await desk(context).book, called: "The draft", in: .draft, request, context)
    }

    /// `GET /a/<account>/rules/draft/export`
    func exportDraft(_ request: Request, _ context: AccountContext) async throws -> Response {
        .document(try await desk(context).book, named: "rules-draft")
    }

    /// `GET /a/<account>/rules/revisions`
    func revisions(_ request: Request, _ context: AccountContext) async throws -> Response {
        let all = try await crm.rules.history(context.account.id, limit: Self.mostRevisions)
        let frame = try await pages.frame(request, context)
        let page = RuleRevisionsPage(
            frame, context.paths, all.filter { $0.publishedAt != nil },
            moreText: all.count < Self.mostRevisions ? nil : "The newest \(Self.mostRevisions) are shown.")
        return try pages.show(page, in: frame)
    }

    /// `GET /a/<account>/rules/revisions/<revision>`
    func revision(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (number, book) = try await revision(of: context)
        return try await show(book, called: RevisionWords.name(number), in: .history, request, context)
    }

    /// `GET /a/<account>/rules/revisions/<revision>/export`
    func exportRevision(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (number, book) = try await revision(of: context)
        return .document(book, named: "rules-revision-\(number)")
    }

    private func show(
        _ book: RuleBook, called name: String, in tab: RulesTab, _ request: Request, _ context: AccountContext
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(RuleOrderPage(frame, context.paths, book, called: name, in: tab), in: frame)
    }

    private func desk(_ context: AccountContext) async throws -> RuleDesk {
        try await RuleDesk(crm.rules, context.account.id)
    }

    private func revision(of context: AccountContext) async throws -> (number: Int, book: RuleBook) {
        guard let number = Int(try context.text("revision")),
            let book = try await crm.rules.book(context.account.id, revision: number)
        else { throw HTTPError(.notFound) }
        return (number, book)
    }
}

extension Rules {
    /// A revision of the history; nil when there is none of that number.
    func revision(_ account: AccountID, _ number: Int) async throws -> RuleRevision? {
        guard number < .max else { return nil }
        return try await history(account, before: number + 1, limit: 1).first { $0.number == number }
    }
}

extension RuleDesk {
    init(_ rules: Rules, _ account: AccountID) async throws {
        self.init(draft: try await rules.draft(account), current: try await rules.book(account))
    }
}

extension Response {
    /// A rule book as a file to keep.
    static func document(_ book: RuleBook, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name).json\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: RuleBookDocument(book).json + "\n")))
    }
}
