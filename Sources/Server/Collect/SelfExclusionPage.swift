/// Where an owner takes this browser out of the count, or back into it (`console/self-exclude`).
struct SelfExclusionPage {
    static let template = "console/self-exclude"

    let shell: PlainShell
    let action = "/t/self-exclude"
    let notice: String?
    let text: String
    let wish: String
    let button: String

    init(isExcluded: Bool, isDone: Bool, theme: Theme?) {
        shell = PlainShell("Your own visits", theme: theme)
        if isExcluded {
            notice = isDone ? "Visits from this browser are no longer counted." : nil
            text = "Visits from this browser are left out of the count."
            wish = "include"
            button = "Count them again"
        } else {
            notice = isDone ? "Visits from this browser are counted again." : nil
            text = "Visits from this browser are counted like everybody’s. Leave out your own and those of your team."
            wish = "exclude"
            button = "Leave this browser out"
        }
    }
}
