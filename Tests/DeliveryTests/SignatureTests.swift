import Delivery
import Testing

/// What a receiver checks; the same numbers are in the documentation's examples.
@Suite struct SignatureTests {
    @Test func `the signature is the HMAC of the seconds, a full stop and the body`() {
        let text = Signature.text(of: #"{"type":"ContactCreate"}"#, secrets: ["whsec_example"], at: 1_795_332_000_123)
        #expect(
            text == "t=1795332000,v1=51fc78ec3a4d8fb6277102c219f30feaafcfe18dade9e6d7b4670f2347faecdb")
    }

    @Test func `there is a signature for each secret while one is changed over`() {
        let both = Signature.text(of: "{}", secrets: ["new", "old"], at: 1_000)
        let new = Signature.text(of: "{}", secrets: ["new"], at: 1_000)
        let old = Signature.text(of: "{}", secrets: ["old"], at: 1_000)
        #expect(both == new + "," + old.dropFirst("t=1,".count))
    }
}
