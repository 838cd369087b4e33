import CRM
import HTTPTypes

/// Why a form is shown: it was opened, or it comes back with what was typed.
enum FormOccasion {
    case opened
    case problems([FormProblem])
    /// Nothing is wrong with the answers: sent again they are taken.
    case refused(Refusal)

    var problems: [FormProblem] {
        if case .problems(let problems) = self { problems } else { [] }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .opened: .ok
        case .problems: .unprocessableContent
        case .refused(let refusal): refusal.status
        }
    }

    var retryAfter: Int? {
        if case .refused(let refusal) = self { refusal.retryAfter } else { nil }
    }

    /// What stands above the form; nothing on a form that was just opened.
    var heading: String {
        switch self {
        case .opened: ""
        case .problems(let problems):
            problems.count == 1 ? "Please check one answer." : "Please check \(problems.count) answers."
        case .refused: "Your answers were not sent."
        }
    }
}
