import Testing

@testable import CRM

/// Where a trigger link may lead.
@Suite struct LinkTargetTests {
    @Test(arguments: [
        "https://clinic.example", "http://clinic.example/", "HTTPS://Clinic.Example/a?b=c#d",
        "https://clinic.example:8443/x", "https://clinic.example?x={{contact.first_name}}",
        "https://clinic.example/{{contact.id}}/a", "https://clinic.example/#{{contact.id}}",
        "https://[2001:db8::1]:80/",
        "https://müller.example/straße?q=ü", "http://localhost:8080/", " https://clinic.example/ ",
        "https://clinic.example/{{ contact.first_name }}", "https://clinic.example/@ann", "https://clinic.example/a//b",
    ])
    func `a whole web address is fine, with merge fields behind its host`(text: String) throws {
        _ = try LinkTarget(text)
    }

    @Test(arguments: [
        ("", LinkProblem.noWebAddress), ("/thanks", .noWebAddress), ("//evil.example/x", .noWebAddress),
        ("javascript:alert(1)", .noWebAddress), ("ftp://clinic.example/", .noWebAddress),
        ("https:clinic.example", .noWebAddress), ("https:/clinic.example", .noWebAddress),
        ("data:text/html,x", .noWebAddress), ("clinic.example", .noWebAddress),
        ("{{contact.website}}", .fieldInAddress), ("{{contact.x}}://clinic.example/", .fieldInAddress),
        ("https://{{contact.website}}/", .fieldInAddress), ("https://clinic.example{{contact.x}}", .fieldInAddress),
        ("https://{{contact.x}}.clinic.example/", .fieldInAddress),
        ("https://clinic.example:{{contact.x}}/", .fieldInAddress), ("https{{contact.x}}://a.example", .fieldInAddress),
        ("https://user@evil.example/", .credentials), ("https://clinic.example:pass@evil.example/", .credentials),
        ("https://", .host), ("https:///evil.example", .host), ("https://clinic..example/", .host),
        ("https://%65vil.example/", .host), ("https://[::1/", .host), ("https://a^b.example/", .host),
        ("https://clinic.example:/", .port), ("https://clinic.example:0/", .port),
        ("https://clinic.example:65536/", .port), ("https://clinic.example:8o/", .port),
        ("https://clinic.example/a b", .character), ("https://clinic.example\\@evil.example", .character),
        ("https://clinic.example/\r\nSet-Cookie: a=b", .character), ("https://clinic.example/\u{0}", .character),
        ("https://clinic.example/\u{202E}x", .character), ("https://cli\u{200B}nic.example/", .character),
        ("https://clinic.example/\u{85}x", .character), ("java\tscript://x", .character),
    ])
    func `everything else is refused, with its reason`(text: String, problem: LinkProblem) {
        #expect(throws: problem) { _ = try LinkTarget(text) }
    }

    @Test func `a target of more than 2,048 bytes is refused`() throws {
        let start = "https://clinic.example/"
        _ = try LinkTarget(start + String(repeating: "a", count: 2_048 - start.count))
        #expect(throws: LinkProblem.tooLong) {
            _ = try LinkTarget(start + String(repeating: "a", count: 2_049 - start.count))
        }
    }

    @Test(arguments: [
        ("a b&c=d", "a%20b%26c%3Dd"), ("../../x", "..%2F..%2Fx"), ("..", ""), (".", ""),
        ("@evil.example", "%40evil.example"),
        ("//evil.example", "%2F%2Fevil.example"), ("a\r\nLocation: x", "a%0D%0ALocation%3A%20x"), ("é", "%C3%A9"),
        ("%2e%2e", "%252e%252e"), ("\\evil", "%5Cevil"), ("#?", "%23%3F"),
        ("{{contact.email}}", "%7B%7Bcontact.email%7D%7D"),
        ("", ""),
    ])
    func `a value is percent-encoded wherever it stands`(value: String, encoded: String) async throws {
        let site = try await Site()
        let id = try await site.create([.firstName: "x", .companyName: value])
        let values = try await site.crm.mergeFields.values(site.account, for: id)
        let target = try LinkTarget("https://Clinic.Example/p/{{contact.company_name}}/q?n={{contact.company_name}}#é{")
        #expect(
            target.resolved(with: values) == "https://clinic.example/p/\(encoded)/q?n=\(encoded)#%C3%A9%7B")
    }

    @Test(arguments: [
        ("https://MÜLLER.example/straße?q=ü%20ü%2", "https://xn--mller-kva.example/stra%C3%9Fe?q=%C3%BC%20%C3%BC%252"),
        ("https://clinic。example:443/", "https://clinic.example:443/"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("https://clinic.example.", "https://clinic.example"),
    ])
    func `an answer is ASCII, with the host as browsers write it`(text: String, address: String) async throws {
        let site = try await Site()
        let values = try await site.crm.mergeFields.values(site.account, for: nil)
        #expect(try LinkTarget(text).resolved(with: values) == address)
    }
}
