import KioskCore
import KioskIO
import TestSupport
import Testing

/// Classes of a session: what belongs to which, and what each came to.
struct ClassesTests {
    private let folder: TestFolder
    private let store: SessionStore

    init() throws {
        folder = try TestFolder()
        store = try SessionStore.open(SessionName("day"), in: Stored.files(folder))
    }

    private static func time(_ minutes: Int) -> ShotTime {
        ShotTime(unixMilliseconds: 1_795_476_000_000 + Int64(minutes) * 60_000, utcOffset: 28_800)
    }

    private static func name(_ text: String) throws -> ClassName { try ClassName(text) }

    private func classes(_ store: SessionStore) throws -> [String] {
        try store.portraits().map { $0.className ?? "-" }
    }

    @Test("portraits belong to the class that is being taken, and to none before and after")
    func belonging() throws {
        _ = try store.add(Stored.portrait(0))
        try store.beginClass(Self.name("a"), at: Self.time(0))
        _ = try store.add(Stored.portrait(1))
        try store.beginClass(Self.name("b"), at: Self.time(1))
        _ = try store.add(Stored.portrait(2))
        _ = try store.endClass(at: Self.time(2))
        _ = try store.add(Stored.portrait(3))
        try store.beginClass(Self.name("a"), at: Self.time(3))
        _ = try store.add(Stored.portrait(4))
        #expect(try classes(store) == ["-", "a", "b", "-", "a"])
        #expect(try store.classes().map { "\($0.name) \($0.portraits)" } == ["a 2", "b 1"])
    }

    @Test("what a class came to: portraits that stand, who comes back, what was refused, and when")
    func summary() throws {
        try store.beginClass(Self.name("a"), at: Self.time(0))
        for index in 0..<3 { _ = try store.add(Stored.portrait(index)) }
        try store.void(2, because: "x", at: Self.time(1))
        _ = try store.setAside(Stored.portrait(5).sitting.code, at: Self.time(1))
        _ = try store.setAside(Stored.portrait(5).sitting.code, at: Self.time(2))
        _ = try store.setAside(nil, at: Self.time(2))
        try store.noteRefused()
        let open = try #require(try store.currentSummary())
        #expect(open.ended == nil && open.began == Self.time(0))
        let ended = try #require(try store.endClass(at: Self.time(9)))
        #expect(ended.portraits == 2 && ended.setAside == 2 && ended.refused == 1)
        #expect(ended.ended == Self.time(9))
        #expect(try store.classes() == [ended])
        #expect(try store.endClass(at: Self.time(10)) == nil && store.currentSummary() == nil)
    }

    @Test("a class outlives the counter, and one that nothing came of is forgotten")
    func undo() throws {
        let store = try SessionStore.open(SessionName("eve"), in: Stored.files(folder))
        try store.beginClass(Self.name("a"), at: Self.time(0))
        _ = try store.add(Stored.portrait(0))
        try store.beginClass(Self.name("typo"), at: Self.time(1))
        #expect(try store.lastClass() == Self.name("typo"))
        _ = try store.endClass(at: Self.time(2))
        #expect(try store.lastClass() == Self.name("a"))
        #expect(try store.classes().map { "\($0.name)" } == ["a"])
        try store.beginClass(Self.name("b"), at: Self.time(3))
        let reader = try SessionStore.read(SessionName("eve"), in: Stored.files(folder))
        #expect(try reader.currentClass() == Self.name("b"))
    }

    @Test(
        "a portrait's class is said afterwards, is on no disc as it is then, and goes with a new crop"
    )
    func afterwards() throws {
        for index in 0..<3 { _ = try store.add(Stored.portrait(index)) }
        let record = ExportRecord(of: store.name, in: Stored.files(folder))
        try record.add([1, 2, 3], of: store.revision(), ExportRecord.Export(at: Self.time(0)))
        try store.setClass(of: [1, 3], to: Self.name("a"), at: Self.time(1))
        #expect(try classes(store) == ["a", "-", "a"])
        #expect(try record.missing(of: store) == [1, 3])
        #expect(try store.classes().map(\.began) == [nil])
        let again = try store.recrop(1, as: Stored.portrait(0).portrait, at: Self.time(2))
        #expect(again == 4)
        #expect(try classes(store) == ["a", "-", "a", "a"])
        try store.setClass(of: [3], to: nil, at: Self.time(3))
        #expect(try classes(store)[2] == "-")
        let error = #expect(throws: KioskError.self) {
            try store.setClass(of: [2, 9], to: Self.name("b"), at: Self.time(4))
        }
        #expect(error?.code == .sessionSequence)
        #expect(try classes(store)[1] == "-")
    }
}
