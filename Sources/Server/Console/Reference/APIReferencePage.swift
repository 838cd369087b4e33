import CRM
import HTTPTypes

/// Every address of the API, section by section, with an example to paste into a terminal.
struct APIReferencePage: ConsolePage {
    static let template = "console/api-reference"

    let shell: Shell
    let tabs: [Link]
    let baseUrl: String
    let documentHref: String
    let locationId: String
    let sections: [Chapter]

    struct Chapter {
        let title: String
        let anchor: String
        let operations: [Entry]
    }

    struct Entry {
        let method: String
        let path: String
        let summary: String
        let scope: String
        let parameters: [Parameter]
        let hasParameters: Bool
        let curl: String
        let answers: [Answer]
    }

    struct Parameter {
        let name: String
        let kind: String
        let note: String
        let isRequired: Bool
    }

    struct Answer {
        let status: String
        let note: String
        let example: String?
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ table: APITable, _ account: Account, publicURL: PublicURL) {
        shell = SettingsTab.reference.shell(frame)
        tabs = SettingsTab.reference.links(frame, paths)
        baseUrl = publicURL.text
        documentHref = "/openapi.json"
        locationId = account.locationID
        let example = CurlExample(baseURL: publicURL.text, locationID: account.locationID)
        sections = APISection.allCases.compactMap { section in
            let operations = table.operations.filter { $0.section == section }
            guard !operations.isEmpty else { return nil }
            return Chapter(
                title: section.rawValue, anchor: section.rawValue.lowercased().replacing(" ", with: "-"),
                operations: operations.map { Entry($0, example) })
        }
    }
}

extension APIReferencePage.Entry {
    fileprivate init(_ operation: Operation, _ example: CurlExample) {
        method = operation.method.rawValue
        path = operation.path
        summary = operation.summary
        scope = operation.scope.rawValue
        parameters = operation.query.map {
            .init(name: $0.name, kind: $0.schema.word, note: $0.note, isRequired: $0.isRequired)
        }
        hasParameters = !parameters.isEmpty
        curl = example.text(operation)
        answers = operation.answers.map {
            .init(
                status: "\($0.status.code)", note: $0.note,
                example: $0.status.kind == .successful ? $0.schema?.example() : nil)
        }
    }
}
