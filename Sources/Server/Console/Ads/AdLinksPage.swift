import Attribution
import CRM

/// Templates, tagged links, and the check of a link.
struct AdLinksPage: ConsolePage {
    static let template = "console/ads-links"

    let shell: Shell
    let tabs: [Link]
    let templates: [Template]
    let action: String
    let fields: [FieldControl]
    let link: Built?
    let linkProblem: String?
    let url: String?
    let referrerText: String?
    let answer: RuleAnswer?
    let problem: String?

    struct Template {
        let id: String
        let heading: String
        let place: String
        let code: String
    }

    struct Built {
        let code: String
        let source: SourceBadge?
        let sentence: String?
    }

    /// - Parameters:
    ///   - verdict: what the rules say of the link that was built, for a visit without a referrer.
    ///   - part: what they say of the link that was pasted.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ form: AdLinkForm, _ built: Result<TaggedLink, TaggedLink.Problem>?,
        _ verdict: Verdict?, _ part: RuleAnswerPart
    ) {
        shell = Shell("Tagged links", in: .reports, frame)
        tabs = ReportTab.links.links(paths)
        templates = [
            Template(
                id: "google", heading: "Google Ads",
                place:
                    "Account settings → Tracking → Final URL suffix. It is put behind the address of every ad. Google fills the "
                    + "IDs, the keyword and the match type by itself; the report joins by the IDs, and takes the names from "
                    + "the costs that you import. Google has no {campaignname}, {adgroupname} and {adname}: to send names "
                    + "too, write {_campaignname} and so on in their place, and give each campaign, ad group and ad a custom "
                    + "parameter of that name.",
                code: AdTemplate.text(.google)),
            Template(
                id: "facebook", heading: "Facebook and Instagram Ads",
                place: "In Ads Manager: the ad → Tracking → URL parameters.", code: AdTemplate.text(.facebook)),
        ]
        action = paths.adLinks
        var problem: TaggedLink.Problem?
        var found: TaggedLink?
        switch built {
        case .success(let link): found = link
        case .failure(let error): problem = error
        case nil: break
        }
        fields = Self.controls(form, problem)
        link = found.map {
            Built(code: $0.url, source: verdict.map { SourceBadge($0.source) }, sentence: verdict?.sentence)
        }
        linkProblem = problem?.description
        url = form.checked.url.nonBlank
        referrerText = form.checked.referrer.nonBlank
        answer = part.answer
        self.problem = part.problem
    }

    private static func controls(_ form: AdLinkForm, _ problem: TaggedLink.Problem?) -> [FieldControl] {
        var address = line("address", "Page that the link leads to", form.address, required: true)
        address.wide = true
        address.error = problem == .address || problem == .tooLong ? problem?.description : nil
        var channel = FieldControl(id: "channel", name: "channel", label: "Where the link is put")
        channel.select = FieldControl.Select(
            options: LinkChannel.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == form.channel)
            })
        var campaign = line("campaign", "Campaign", form.campaign, required: true)
        campaign.error = problem == .campaign ? problem?.description : nil
        campaign.hint = "Like “spring-offer-2026”. Reports group it whatever its capitals."
        var source = line("source", "Newsletter or partner", form.source)
        source.hint = "Left out it is newsletter, sms or partner."
        var content = line("content", "Which link", form.content)
        content.hint = "Tells two links of one campaign apart, like “button” and “picture”."
        return [address, channel, campaign, source, content]
    }

    private static func line(_ name: String, _ label: String, _ value: String, required: Bool = false) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.required = required
        control.line = FieldControl.Line(type: "text", value: value.nonBlank, maxlength: 2_000)
        return control
    }
}
