import KioskIO
import TestSupport
import Testing

struct WindowSearchTests {
    /// A few of those that `kiosk-bench window` looks at.
    private static let count = 60

    @Test("the search finds what trying every rung finds, or one rung less in one of 200 cases")
    func search() throws {
        let codec = try JPEGCodec()
        var outcomes: [WindowSearch.Outcome: Int] = [:]
        for index in 0..<Self.count {
            var search = try WindowSearch(WindowPictures.picture(index))
            for window in WindowPictures.windows {
                outcomes[try search.outcome(window, codec: codec), default: 0] += 1
            }
        }
        let all = Self.count * WindowPictures.windows.count - (outcomes[.rightlyNone] ?? 0)
        let equal = outcomes[.equal] ?? 0
        #expect(all > 180, "\(outcomes)")
        #expect(equal * 1000 >= all * 995, "\(outcomes)")
        #expect(equal + (outcomes[.coarser(1)] ?? 0) == all, "\(outcomes)")
    }
}
