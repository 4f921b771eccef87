import Foundation
import Testing

@testable import KioskCore

struct HandOverPlanTests {
    private static func plan(_ portraits: [StoredPortrait], naming: String = "{id}") throws
        -> HandOverPlan
    {
        let session = HandOverSession(name: try SessionName("2026-11-23"), portraits: portraits)
        let order = HandOverOrder([session], layouts: [Layout.notice(file: naming)])
        return try HandOverPlan.volumes(of: order, from: SampleSource())[0]
    }

    private static func photos(_ plan: HandOverPlan) -> [String] {
        plan.files.map(\.path).filter { $0.hasPrefix("PHOTOS/") }
    }

    @Test("the files of docs/cli.md stand on a disc, portraits first, checksums last")
    func files() throws {
        let plan = try Self.plan([Sample.portrait(number: "11010519491231002X")])
        #expect(
            plan.files.map(\.path) == [
                "PHOTOS/11010519491231002X.jpg", "manifest.csv", "manifest.xlsx", "codes.csv",
                "index.html", "signatures.html", "README.txt", "SHA256SUMS",
            ])
        #expect(plan.volumeID == "KIOSK_2026_11_23")
    }

    @Test("the checksums name every other file")
    func sums() throws {
        let plan = try Self.plan([Sample.portrait(), Sample.portrait(2, digest: "b")])
        let last = try #require(plan.files.last)
        guard case .generated(let bytes) = last.content else { return #expect(Bool(false)) }
        let list = ChecksumList(parsing: bytes)
        #expect(list.badLines.isEmpty)
        #expect(Set(list.sums.keys) == Set(plan.files.dropLast().map(\.path)))
    }

    @Test("what is gathered is told, portrait by portrait, and can be broken off")
    func preparing() throws {
        let portraits = (1...3).map { Sample.portrait($0, digest: Character("\($0)")) }
        let session = HandOverSession(name: try SessionName("day"), portraits: portraits)
        let order = HandOverOrder([session], layouts: [.notice(file: "{code}")])
        let told = Told()
        _ = try HandOverPlan.volumes(of: order, from: SampleSource(), report: told.hear)
        #expect(told.all.map(\.files) == [1, 2, 3, 6])
        #expect(told.all.map(\.share).last == 1)
        #expect(told.all.allSatisfy { $0.step == .preparing })
        let early = Told(endsAt: 2)
        let error = #expect(throws: KioskError.self) {
            try HandOverPlan.volumes(of: order, from: SampleSource(), report: early.hear)
        }
        #expect(error?.code == .exportCancelled && early.all.count == 2)
    }

    /// Hears what is told, and ends it.
    private final class Told {
        private(set) var all: [HandOverProgress] = []
        private let end: Int

        init(endsAt end: Int = .max) { self.end = end }

        func hear(_ progress: HandOverProgress) throws(KioskError) {
            all.append(progress)
            if all.count == end { throw KioskError(.exportCancelled) }
        }
    }

    @Test("lists go by class, in the order in which they came, and within one in the order taken")
    func byClass() throws {
        let classes = ["b", nil, "a", "b", "a"]
        let portraits = classes.enumerated().map { index, name in
            var portrait = Sample.portrait(index + 1, digest: Character("\(index)"))
            portrait.className = name
            return portrait
        }
        let plan = try Self.plan(portraits, naming: "{code}")
        for (list, column) in [("manifest.csv", 2), ("manifest.xlsx", 2), ("codes.csv", 1)] {
            let text = try #require(try plan.text(list))
            let lines = text.split(whereSeparator: \.isNewline).dropFirst()
            let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            let numbers = fields.map { String($0[column]) }
            #expect(numbers == ["1", "4", "2", "3", "5"], "\(list)")
        }
    }

    @Test("without a number the code names the file")
    func codeName() throws {
        #expect(Self.photos(try Self.plan([Sample.portrait()])) == ["PHOTOS/aaaaaaaaaaaaaaaa.jpg"])
    }

    @Test("the same person's second programme stands in a folder of its own")
    func secondProgramme() throws {
        let papers = Array(#"{"yxdm":"10001","cc":"硕士"}"#.utf8)
        let photos = Self.photos(
            try Self.plan([
                Sample.portrait(1, number: "11010519491231002X"),
                Sample.portrait(2, code: papers, number: "11010519491231002X", digest: "b"),
            ]))
        #expect(
            photos == [
                "PHOTOS/11010519491231002X.jpg", "PHOTOS/10001-硕士/11010519491231002X.jpg",
            ])
    }

    @Test("withdrawn portraits are never on a disc, and none left is an error")
    func voided() throws {
        let photos = Self.photos(
            try Self.plan([Sample.portrait(), Sample.portrait(2, isVoided: true, digest: "b")]))
        #expect(photos.count == 1)
        let error = #expect(throws: KioskError.self) {
            try Self.plan([Sample.portrait(isVoided: true)])
        }
        #expect(error?.code == .sessionEmpty)
    }

    @Test(
        "names are unique whatever the case of letters",
        arguments: ["{school}", "x", "{sequence}", "?", "..", "con?"])
    func unique(template: String) throws {
        let portraits = (1...3).map { number in
            Sample.portrait(number, code: Array("c\(number)".utf8), digest: Character("\(number)"))
        }
        let photos = Self.photos(try Self.plan(portraits, naming: template)).map { $0.lowercased() }
        #expect(Set(photos).count == 3)
    }

    @Test(
        "names hold nothing a disc or Windows cannot",
        arguments: [
            ("a/b\\c:d*e?f\"g<h>i|j;k", "abcdefghijk"), (" .x. ", "x"), ("a\u{0}b\n", "ab"),
            ("张三", "张三"), ("...", ""), ("a\u{202E}gpj\u{200B}", "agpj"), ("CON", "CON_"),
            ("CON.a", "CON_.a"), ("con .a", "con _.a"),
            ("nul..三.b", "nul_..三.b"),
            ("nul.txt", "nul_.txt"), ("Com1", "Com1_"), ("LPT¹", "LPT¹_"), ("COMA", "COMA"),
            ("console", "console"), ("Thumbs.db", "Thumbs.db_"), ("lost+found", "lost+found_"),
            ("a" + String(repeating: "\u{301}", count: 70) + "..b", ""),
            ("b" + String(repeating: "三", count: 70), "b" + String(repeating: "三", count: 59)),
        ])
    func cleaned(name: String, kept: String) {
        #expect(HandOverNames.cleaned(name) == kept)
    }

    @Test(
        "whatever stands in a code, its file lies in PHOTOS or in a folder there",
        arguments: ["{school}", "{student}", "{code}", "{id}", "{school}-{student}"])
    func inside(template: String) throws {
        let texts = [
            "../../x", "/etc/passwd", "..", ".", "CON", "a\nb", "\\\\server", "", "\u{202E}", "C:x",
        ]
        let portraits = try texts.enumerated().map { number, text in
            let keys = ["xm", "zjhm", "yxdm", "xh", "cc"]
            let code = try JSONEncoder().encode(Dictionary(keys.map { ($0, text) }) { $1 })
            return Sample.portrait(
                number + 1, code: Array(code), number: "11010519491231002X",
                digest: Character("\(number)"))
        }
        for path in Self.photos(try Self.plan(portraits, naming: template)) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            #expect([2, 3].contains(parts.count) && parts[0] == "PHOTOS" && path.hasSuffix(".jpg"))
            #expect(parts.allSatisfy { $0 == HandOverNames.cleaned(String($0)) }, "\(path)")
        }
    }

    @Test("a long name is cut where Joliet ends")
    func longName() {
        #expect(HandOverNames.cleaned(String(repeating: "𠮷", count: 100)).utf16.count <= 60)
    }

    @Test("tables and contact sheet show no full name or number")
    func masked() throws {
        let papers = Array(#"{"xm":"张小三","zjhm":"002X"}"#.utf8)
        let plan = try Self.plan(
            [Sample.portrait(code: papers, number: "11010519491231002X")], naming: "{code}")
        for file in plan.files where file.path != "codes.csv" && !file.path.hasPrefix("PHOTOS") {
            let text = try #require(try plan.text(file.path))
            #expect(!text.contains("11010519491231002X") && !text.contains("张小三"))
        }
    }

    @Test("the contact sheet escapes what a code may hold")
    func escaped() throws {
        let papers = Array(#"{"xm":"<script>*"}"#.utf8)
        let plan = try Self.plan([Sample.portrait(code: papers)])
        for path in ["index.html", "signatures.html"] {
            #expect(try #require(try plan.text(path)).contains("&lt;"))
            #expect(try plan.text(path)?.contains("<script>") == false)
        }
    }
}
