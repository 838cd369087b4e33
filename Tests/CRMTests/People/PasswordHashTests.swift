import Testing

@testable import CRM

@Suite struct PasswordHashTests {
    private let cheap = PasswordHash.Cost(rounds: 2, blockSize: 8, parallelism: 1)

    @Test func `a password matches its hash alone, in either composition of its letters`() throws {
        let hash = try PasswordHash(password: "caf\u{E9} au lait", salt: Array(1...16), cost: cheap)
        #expect(hash.matches("cafe\u{301} au lait"))
        #expect(!hash.matches("cafe au lait"))
    }

    @Test func `two people with one password have different hashes`() throws {
        let one = try PasswordHash(password: "correct horse", salt: Array(1...16), cost: cheap)
        let two = try PasswordHash(password: "correct horse", salt: Array(2...17), cost: cheap)
        #expect(one.rawValue != two.rawValue)
    }

    @Test(arguments: ["", "scrypt", "scrypt$x$8$3$AA==$AA==", "md5$1$1$1$AA==$AA==", "scrypt$3$8$3$AA==$AA=="])
    func `what is no hash matches nothing`(text: String) {
        #expect(!PasswordHash(rawValue: text).matches(""))
    }
}
