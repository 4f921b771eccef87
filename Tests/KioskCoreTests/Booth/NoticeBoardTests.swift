import Testing

@testable import KioskCore

struct NoticeBoardTests {
    private static func time(_ seconds: Double) -> FrameTime { FrameTime(seconds: seconds) }

    private static func booth(_ code: String?) -> Booth {
        var booth = Booth(settings: BoothSettings())
        if let code {
            booth.state = .posing(
                Sitting(code: Sample.code(code), openedAt: time(0)), Booth.Pose())
        }
        return booth
    }

    @Test("a notice stays for six seconds")
    func shown() {
        var board = NoticeBoard()
        board.tell(.codeFirst, at: Self.time(1))
        #expect(board.notice(Self.booth(nil), at: Self.time(6.9)) == .codeFirst)
        #expect(board.notice(Self.booth(nil), at: Self.time(7)) == nil)
    }

    @Test("what was said of one student is not shown beside another")
    func ownStudent() {
        var board = NoticeBoard()
        board.tell(.numberMismatch, at: Self.time(1))
        #expect(board.notice(Self.booth("a"), at: Self.time(1)) == .numberMismatch)
        #expect(board.notice(Self.booth(nil), at: Self.time(2)) == .numberMismatch)
        #expect(board.notice(Self.booth("b"), at: Self.time(2)) == nil)
        #expect(board.notice(Self.booth("a"), at: Self.time(2)) == nil)
    }

    @Test("what is said of a pose goes with it")
    func pose() {
        var board = NoticeBoard()
        board.tell(.notReady, at: Self.time(1))
        #expect(board.notice(Self.booth("a"), at: Self.time(1)) == .notReady)
        #expect(board.notice(Self.booth(nil), at: Self.time(1.1)) == nil)
    }
}
