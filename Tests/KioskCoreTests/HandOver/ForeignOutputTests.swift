import Foundation
import Testing

@testable import KioskCore

/// What a code says of its owner, wherever it is written or shown.
struct ForeignOutputTests {
    /// Every scalar that acts instead of being seen, eight at a time, in every field of a code and between the fields.
    private static let codes: [[UInt8]] = {
        let acting = Sample.acting
        return stride(from: 0, to: acting.count, by: 8).map { start in
            let text =
                "张"
                + acting[start..<min(start + 8, acting.count)].map(String.init)
                .joined(separator: "*") + "三"
            let fields = Dictionary(
                ["xm", "zjhm", "yxdm", "xh", "cc", "zy", "yx"].map { ($0, text) }
            ) { $1 }
            return Array((try? JSONEncoder().encode(fields)) ?? Data())
        }
    }()

    /// The scalars of a text that act, but for line ends.
    private static func acting(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { Sample.acts($0) && $0 != "\n" && $0 != "\r" }
    }

    @Test("no file of a disc and no name on it holds a scalar that acts")
    func disc() throws {
        for code in Self.codes {
            let twins = [
                Sample.portrait(1, code: code), Sample.portrait(2, code: code, digest: "b"),
            ]
            let session = HandOverSession(name: try SessionName("day"), portraits: twins)
            let layouts = [Layout.notice(file: "{school}-{student}-{id}")]
            let plan = try HandOverPlan.volumes(
                of: HandOverOrder([session], layouts: layouts), from: SampleSource())[0]
            for file in plan.files {
                #expect(Self.acting(in: file.path).isEmpty && !file.path.contains("\n"))
                let bytes = try plan.bytes(of: file, from: SampleSource())
                // Our own mark at the beginning says UTF-8 to Excel.
                let text = String(
                    decoding: bytes.trimmingPrefix([0xEF, 0xBB, 0xBF]), as: UTF8.self)
                #expect(Self.acting(in: text).isEmpty, "\(file.path)")
                // A field makes no line of its own: heads, a line each, and nothing else.
                guard file.path == "manifest.csv" else { continue }
                #expect(text.split(separator: "\r\n").count == 3)
            }
        }
    }

    @Test(
        "neither the window nor a terminal shows a scalar that acts", arguments: Language.allCases)
    func views(language: Language) throws {
        for code in Self.codes {
            for scene in try Self.scenes(CaptureCode(bytes: code, reader: "zbar")) {
                let (look, size) = (Self.look(language), Size(width: 1366, height: 768))
                let window = OperatorScreen(scene, notice: "", look, size: size) { _, size, _ in
                    Size(width: 10, height: size)
                }
                let student = StudentScreen(scene, StudentHistory(), look, size: size) {
                    _, size, _ in
                    Size(width: 10, height: size)
                }
                let terminal = TerminalScreen(scene, language, columns: 100, lines: 30)
                let texts =
                    (window.texts + student.texts).map(\.text) + terminal.rows.map(\.text)
                #expect(texts.allSatisfy { Self.acting(in: $0).isEmpty })
                #expect(texts.allSatisfy { $0.split(separator: "\n").count < 12 })
            }
        }
    }

    private static func look(_ language: Language) -> ScreenLook {
        ScreenLook(language: language, rule: .chsi, isMirrored: true)
    }

    /// A sitting with the code, and the choice between it and another.
    private static func scenes(_ code: CaptureCode) throws -> [CounterScene] {
        try [[code], [code, Sample.code("other")]].map { codes in
            var booth = Booth(settings: BoothSettings())
            for step in 0..<3 {
                let time = FrameTime(seconds: Double(step) * 0.1)
                _ = booth.step(.observed(Observation(time: time, codes: codes)), at: time)
            }
            try #require(booth.state.name != .waiting)
            return CounterScene(booth: booth, time: FrameTime(seconds: 0.3), counts: DayCounts())
        }
    }

    @Test("the sheets link no picture, run nothing and fetch nothing, whatever a code holds")
    func sheets() throws {
        let code = Array(#"{"xm":"<b>\"&'","xh":"a#b%20?\"<c>"}"#.utf8)
        let session = HandOverSession(
            name: try SessionName("day"),
            portraits: [
                Sample.portrait(1, code: code, of: "</title><script>"),
                Sample.portrait(2, digest: "b"),
            ])
        let order = HandOverOrder([session], layouts: Layout.shipped(file: "{student}"))
        let plan = try HandOverPlan.volumes(of: order, from: SampleSource())[0]
        let pages = plan.files.map(\.path).filter { $0.hasSuffix(".html") }
        #expect(pages == ["index.html", "sheets/1.html", "sheets/2.html", "signatures.html"])
        for path in pages {
            let page = try #require(try plan.text(path))
            #expect(
                !page.contains("<script") && !page.contains("<b>\"") && !page.contains("PHOTOS"))
            #expect(page.contains("default-src 'none';") && !page.contains("'self'"))
            #expect(page.contains("<bdi>"))
        }
    }
}
