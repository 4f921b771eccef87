import KioskCore
import Testing

struct HandOverShareTests {
    @Test("several outputs are told as one: which of them, and how much of all is done")
    func share() {
        let shares = HandOverShare.all([100, 300])
        let half = HandOverProgress(.writing, files: 1, of: 2, bytes: 5, of: 10)
        #expect(shares[0].of(half) == HandOverProgress(.both, files: 0, of: 2, bytes: 25, of: 400))
        let checking = HandOverProgress(.checking, files: 2, of: 2, bytes: 10, of: 10)
        #expect(
            shares[1].of(checking) == HandOverProgress(.both, files: 1, of: 2, bytes: 400, of: 400))
        #expect(HandOverShare.all([100])[0].of(half) == half)
    }
}
