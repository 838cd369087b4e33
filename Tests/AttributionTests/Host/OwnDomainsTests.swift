import Testing

@testable import Attribution

@Suite("An account's own domains")
struct OwnDomainsTests {
    @Test(
        "are taken as people write them",
        arguments: [
            "clinic.example", " Clinic.Example. ", "https://clinic.example/", "http://clinic.example:8080/path",
            "*.clinic.example", "clinic.example/", "clinic.example:443",
        ])
    func spelling(domain: String) throws {
        let own = OwnDomains([domain])
        #expect(own.contains(try #require(Host(name: "clinic.example"))))
        #expect(own.contains(try #require(Host(name: "www.clinic.example"))))
        #expect(!own.contains(try #require(Host(name: "myclinic.example"))))
    }

    @Test("that are public suffixes cover themselves alone", arguments: ["github.io", "co.uk", "com"])
    func suffix(domain: String) throws {
        let own = OwnDomains([domain])
        #expect(own.contains(try #require(Host(name: domain))))
        #expect(!own.contains(try #require(Host(name: "stranger." + domain))))
    }

    @Test("that are no hosts own nothing", arguments: ["", " ", "a b", "https://", "*."])
    func nonsense(domain: String) throws {
        #expect(OwnDomains([domain]) == OwnDomains([]))
    }
}
