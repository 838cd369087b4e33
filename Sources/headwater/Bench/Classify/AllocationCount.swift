import Glibc

/// How often this process has asked for heap memory, where Bench/malloc-counter.c is preloaded to count it.
enum AllocationCount {
    private typealias Counter = @convention(c) () -> UInt64

    private static let counter: Counter? = dlsym(nil, "headwater_bench_allocations").map {
        unsafeBitCast($0, to: Counter.self)
    }

    /// nil where nothing counts.
    static func during(_ work: () -> Void) -> UInt64? {
        guard let counter else { return nil }
        let before = counter()
        work()
        return counter() - before
    }
}
