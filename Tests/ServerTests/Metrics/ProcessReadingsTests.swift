import Foundation
import Testing

@testable import Server

@Suite("What the kernel says of the process")
struct ProcessReadingsTests {
    @Test("The readings are those of a running process")
    func plausible() throws {
        let readings = ProcessReadings()
        #expect(try #require(readings.residentBytes) > 1_048_576)
        #expect(try #require(readings.processorSeconds) > 0)
        #expect(try #require(readings.openDescriptors) >= 3)
        #expect(try #require(readings.mostDescriptors) >= 64)
        let start = try #require(readings.startSeconds)
        #expect(abs(Date().timeIntervalSince1970 - start) < 86_400)
    }

    @Test("Free space is that of a disk; of a folder that is not there nothing is known")
    func space() throws {
        #expect(try #require(FreeSpace.bytes(at: "/")) > 0)
        #expect(FreeSpace.bytes(at: "/nowhere/at/all") == nil)
    }
}
