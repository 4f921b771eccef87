import Testing

@testable import KioskCore

/// Classes at the counter: begun and ended by the operator's keys, between two students.
struct ClassTests {
    private static let student = Sample.code("student")

    private static func card(_ name: String) throws -> CaptureCode {
        Sample.code(ClassCard.text(of: try ClassName(name)))
    }

    private static func typed(_ text: String) -> [BoothKey] { text.map { .character($0) } }

    private static func begun(_ play: PlayedBooth) -> [String] {
        play.actions.compactMap { if case .beginClass(let name) = $0 { "\(name)" } else { nil } }
    }

    @Test("a class begins by its name typed after the key, and what is no name stays to be changed")
    func typedName() throws {
        var play = PlayedBooth()
        play.press(.beginClass)
        #expect(play.booth.typing == .text)
        for key in Self.typed("软件 1") { play.press(key) }
        play.press(.enter)
        #expect(Self.begun(play) == ["软件 1"] && play.booth.entry == nil)
        play.press(.beginClass, .character("\u{202E}"), .enter)
        #expect(play.notices == [.classWrong] && play.booth.entry?.text == "\u{202E}")
        play.press(.leave)
        #expect(play.booth.entry == nil && Self.begun(play).count == 1)
    }

    @Test("a card acts once two looks have read it, after the key alone")
    func card() throws {
        var play = PlayedBooth()
        let card = try Self.card("软件1班")
        play.see([card], times: 5)
        #expect(Self.begun(play).isEmpty && play.booth.state.name == .waiting)
        #expect(play.notices == [.foreignCode(.classCard)] && play.booth.question == nil)
        play.press(.beginClass)
        play.see([card])
        #expect(Self.begun(play).isEmpty)
        play.see([card])
        #expect(Self.begun(play) == ["软件1班"] && play.booth.entry == nil)
        play.see([card], times: 5)
        #expect(Self.begun(play).count == 1)
    }

    @Test("of two cards none is taken, nor one that changes between two looks")
    func twoCards() throws {
        var play = PlayedBooth()
        let (one, two) = (try Self.card("1"), try Self.card("2"))
        play.press(.beginClass)
        play.see([one, two], times: 3)
        play.see([one])
        play.see([two])
        play.see([])
        play.see([two])
        #expect(Self.begun(play).isEmpty)
        play.see([two])
        #expect(Self.begun(play) == ["2"])
    }

    @Test("a student who is early waits until the class is named, and then is read")
    func early() throws {
        var play = PlayedBooth()
        play.press(.beginClass)
        play.see([Self.student], times: 5)
        #expect(play.booth.sitting == nil)
        play.press(.character("1"), .enter)
        play.see([Self.student], times: 2)
        #expect(play.booth.sitting?.code.bytes == Self.student.bytes)
    }

    @Test("in a sitting neither key nor card changes the class, and a card is nobody's turn")
    func inSitting() throws {
        var play = PlayedBooth()
        play.see([Self.student], times: 2)
        play.press(.beginClass, .endClass)
        play.see([try Self.card("1")], times: 5)
        #expect(Self.begun(play).isEmpty && play.booth.entry == nil)
        #expect(!play.actions.contains(.endClass) && play.booth.state.name == .code)
    }

    @Test(
        "Enter alone goes on with the last class where none is being taken, and else does nothing")
    func undo() throws {
        var play = PlayedBooth()
        let name = try ClassName("1")
        play.press(.beginClass, .enter)
        #expect(Self.begun(play).isEmpty && play.booth.entry == nil)
        play.take(.classes(Booth.Classes(current: nil, last: name)))
        play.press(.beginClass, .enter)
        #expect(Self.begun(play) == ["1"])
        play.take(.classes(Booth.Classes(current: name, last: name)))
        play.press(.beginClass, .enter)
        #expect(Self.begun(play).count == 1)
    }

    @Test(
        "the end of a class is told, or that there is none; its key is offered while there is one")
    func end() throws {
        var play = PlayedBooth()
        let name = try ClassName("1")
        #expect(!ButtonWords.all(play.booth).contains { $0.key == .endClass })
        play.press(.endClass)
        #expect(play.notices == [.noClass])
        play.take(.classes(Booth.Classes(current: name, last: name)))
        #expect(ButtonWords.all(play.booth).contains { $0.key == .endClass })
        play.press(.endClass)
        #expect(play.actions.contains(.endClass))
    }

    @Test("what a card reader types is a person's number and no class, a student's code neither")
    func persons() {
        var play = PlayedBooth()
        for text in ["11010519491231002X", " 110105 19491231 002X", "E12345678"] {
            play.press(.beginClass)
            for key in Self.typed(text) { play.press(key) }
            play.press(.enter)
            #expect(play.booth.entry == nil)
        }
        #expect(Self.begun(play).isEmpty && play.notices.allSatisfy { $0 == .keysIgnored })
    }

    @Test("one look at a card counts only for the entry it was seen in")
    func oneLook() throws {
        var play = PlayedBooth()
        let card = try Self.card("1")
        play.press(.beginClass)
        play.see([card])
        play.press(.leave, .beginClass)
        play.see([card])
        #expect(Self.begun(play).isEmpty)
        play.see([card])
        #expect(Self.begun(play) == ["1"])
    }

    @Test("a scanner's card text is a name once the key was pressed")
    func scanner() throws {
        var play = PlayedBooth()
        let bytes = Array(ClassCard.text(of: try ClassName("A1")).utf8)
        play.press(.beginClass, .code(bytes))
        #expect(Self.begun(play) == ["A1"])
        play.press(.beginClass, .code(Array("student".utf8)))
        #expect(play.notices == [.keyNotNow])
        for character in String(decoding: bytes, as: UTF8.self) {
            play.press(.character(character))
        }
        play.press(.enter)
        #expect(Self.begun(play) == ["A1", "A1"])
    }

    @Test("while a hand-over is written its key ends it")
    func cancelExport() {
        var play = PlayedBooth()
        play.take(.exporting(true))
        #expect(ButtonWords.all(play.booth).contains { $0.title.en == "stop export" })
        play.press(.export)
        #expect(play.actions == [.notify(.cancelByKeyAgain)])
        play.press(.export)
        #expect(play.actions.last == .cancelExport && play.booth.entry == nil)
        play.take(.exporting(false))
        play.press(.export)
        #expect(play.booth.entry?.kind == .exportOf)
    }
}
