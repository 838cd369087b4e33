import ArgumentParser
import Foundation

/// Starts the worker, watches that it goes on, and tells the input at which it ended.
struct FuzzSupervisor {
    let seed: UInt64
    let inputs: UInt64
    let seconds: Int

    /// An input that takes longer is a hang: the slowest takes milliseconds.
    private static let patience: TimeInterval = 20

    func run() throws {
        Report.line("fuzz: seed \(seed), \(inputs) inputs")
        let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let progress = try FuzzProgress(path: path)
        let started = Date()
        let worker = try start(path)
        let hung = !waits(for: worker, progress)
        if hung {
            worker.terminate()
            worker.waitUntilExit()
        }
        let tried = progress.value
        guard !hung, worker.terminationReason == .exit, worker.terminationStatus == 0 else {
            try tell(number: tried, hung ? "it hangs" : ending(of: worker))
        }
        let elapsed = max(0.001, Date().timeIntervalSince(started))
        Report.line(
            "fuzz: \(tried) inputs in \(Int(elapsed)) s, \(Int(Double(tried) / elapsed)) a second; nothing wrong")
        if tried < inputs {
            Report.line("fuzz: stopped at the time limit of \(seconds) s, before all inputs were tried")
        }
    }

    private func start(_ path: String) throws -> Process {
        let worker = Process()
        worker.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        worker.arguments = [
            "--seed", "\(seed)", "--inputs", "\(inputs)", "--seconds", "\(seconds)", "--progress", path,
        ]
        try worker.run()
        return worker
    }

    /// Whether the worker came to an end of its own.
    private func waits(for worker: Process, _ progress: FuzzProgress) -> Bool {
        var last = progress.value
        var since = Date()
        while worker.isRunning {
            Thread.sleep(forTimeInterval: 0.05)
            if progress.value != last {
                last = progress.value
                since = Date()
            } else if Date().timeIntervalSince(since) > Self.patience {
                return false
            }
        }
        return true
    }

    private func ending(of worker: Process) -> String {
        worker.terminationReason == .uncaughtSignal
            ? "it ends the process with signal \(worker.terminationStatus)" : "see above"
    }

    private func tell(number: UInt64, _ ending: String) throws -> Never {
        Report.line("fuzz: input \(number) of seed \(seed): \(ending)")
        Report.line(FuzzInput(seed: seed, number: number).escaped)
        Report.line("fuzz: try it alone with  make fuzz ARGS=\"--seed \(seed) --only \(number)\"")
        throw ExitCode.failure
    }
}
