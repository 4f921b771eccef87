import Testing

@testable import KioskCore

struct CodeReadingTests {
    private static func found(_ text: String, at x: Double = 0, mark: [UInt8] = []) -> FoundCode {
        FoundCode(
            .code(CaptureCode(bytes: mark + Array(text.utf8), reader: "zxing")),
            outline: [(x, 0.0), (x + 10, 0), (x + 10, 10), (x, 10)].map { Point(x: $0.0, y: $0.1) })
    }

    @Test("one code that two readers read differently is not read")
    func contradiction() {
        let reading = CodeReading([[Self.found("one")], [Self.found("two", at: 2)]])
        #expect(reading.codes.isEmpty)
        #expect(reading.isContradicted)
    }

    @Test("a code without an outline may be any other, so two texts are a contradiction")
    func nowhere() {
        let somewhere = FoundCode(Self.found("two").content, outline: [])
        #expect(CodeReading([[Self.found("one")], [somewhere]]).isContradicted)
    }

    @Test("two codes beside each other, each read by one reader, are two")
    func beside() {
        let reading = CodeReading([[Self.found("one")], [Self.found("two", at: 40)]])
        #expect(reading.codes.map(\.bytes) == [Array("one".utf8), Array("two".utf8)])
    }

    @Test("a byte order mark is no other text")
    func mark() {
        let marked = Self.found("one", mark: [0xEF, 0xBB, 0xBF])
        let reading = CodeReading([[Self.found("one")], [marked]])
        #expect(reading.codes.map(\.bytes) == [Array("one".utf8)])
    }

    @Test("a code that does not add up is found and not read")
    func unreadable() {
        let reading = CodeReading([[FoundCode(.unreadable, outline: [])]])
        #expect(reading.isFound)
        #expect(reading.codes.isEmpty)
    }

    private static func part(_ text: String, _ number: Int, of count: Int, parity: UInt8)
        -> FoundCode
    {
        let part = CodePart(
            bytes: Array(text.utf8), number: number, count: count, parity: parity)
        return FoundCode(.part(part), outline: [])
    }

    @Test("the parts of a split code are joined in their order, where all are there and add up")
    func parts() {
        let parity = Array("onetwo".utf8).reduce(0, ^)
        let (first, second) = (
            Self.part("one", 0, of: 2, parity: parity), Self.part("two", 1, of: 2, parity: parity)
        )
        #expect(CodeReading([[second, first]]).codes.map(\.bytes) == [Array("onetwo".utf8)])
        for missing in [[first], [second], [first, first]] {
            let reading = CodeReading([missing])
            #expect(reading.codes.isEmpty)
            #expect(reading.isPart)
        }
        let strange = Self.part("two", 1, of: 2, parity: parity ^ 1)
        #expect(CodeReading([[first, strange]]).codes.isEmpty)
        let changed = Self.part("twp", 1, of: 2, parity: parity)
        #expect(CodeReading([[first, changed]]).codes.isEmpty)
    }
}

struct CodeViewTests {
    @Test(
        "the ladder keeps to its budget, and no look is larger than what a picture may become",
        arguments: [(40, 40), (640, 480), (1280, 720), (4000, 3000), (8000, 6000)])
    func budget(width: Int, height: Int) {
        let size = Size(width: width, height: height)
        let views = CodeLadder.views(for: size)
        #expect(!views.isEmpty)
        let cost = views.map { $0.cost(of: size) }.reduce(0, +)
        #expect(cost <= max(CodeLadder.budget.least, CodeLadder.budget.share * width * height))
        for view in views {
            let prepared = view.size(of: size)
            #expect(
                prepared.map { max($0.width, $0.height) <= max(2600, max(width, height)) } == true)
        }
    }

    @Test("of a phone's large picture a smaller one is prepared, and a small one stays")
    func base() {
        let large = GrayImage(
            size: Size(width: 4000, height: 30), pixels: [UInt8](repeating: 9, count: 120_000))
        #expect(CodeLadder.base(of: large).size == Size(width: 2000, height: 15))
        let small = GrayImage(size: Size(width: 2, height: 1), pixels: [1, 2])
        #expect(CodeLadder.base(of: small) == small)
    }

    @Test("what is prepared has the size that was said, and is not the picture as it was")
    func sizes() {
        let size = Size(width: 61, height: 33)
        let picture = GrayImage(
            size: size, pixels: (0..<size.width * size.height).map { UInt8($0 * 37 % 251) })
        for view in CodeLadder.views(for: size) {
            let prepared = view.apply(to: picture)
            let said = view.size(of: size)
            if view.treatments.contains(where: { [.bordered, .turned].contains($0) }) {
                #expect(prepared != nil)
            } else {
                #expect(prepared?.size == said)
            }
            let isPlain = view.scale == .own && view.treatments.isEmpty
            #expect((prepared == picture) == isPlain, "\(view)")
        }
    }

    @Test("an outline of a prepared picture lies in the picture's own pixels again")
    func outlines() {
        let size = Size(width: 100, height: 50)
        let found = FoundCode(.unreadable, outline: [Point(x: 60, y: 80)])
        let enlarged = CodeView(.enlarged(2), by: .zxing).placed(found, in: size)
        #expect(enlarged.outline == [Point(x: 30, y: 40)])
        let bordered = CodeView(.own, .bordered, by: .zxing).placed(found, in: size)
        #expect(bordered.outline == [Point(x: 20, y: 40)])
        let widened = CodeView(.widened(1000), by: .zxing).placed(found, in: size)
        #expect(widened.outline == [Point(x: 30, y: 80)])
        let heightened = CodeView(.heightened(50), by: .zxing).placed(found, in: size)
        #expect(heightened.outline == [Point(x: 120, y: 80)])
        #expect(CodeView(.own, .turned, by: .zxing).placed(found, in: size).outline.isEmpty)
    }

    @Test(
        "a look that read is had again, until it reads no more; zbar's plain one is the commonest")
    func rota() {
        let size = Size(width: 1280, height: 720)
        var rota = CodeRota()
        let first = rota.next(for: size)
        rota.note(first, hasRead: true)
        #expect((0..<5).map { _ in rota.next(for: size) } == Array(repeating: first, count: 5))
        rota.note(first, hasRead: false)
        let turns = (0..<120).map { _ in rota.next(for: size) }
        let plain = turns.filter { $0.isPlain(.zbar) }.count
        #expect(plain == 30)
    }
}
