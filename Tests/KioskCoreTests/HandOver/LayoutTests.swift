import Testing

@testable import KioskCore

struct LayoutTests {
    @Test(
        "a template has known fields and whole braces",
        arguments: [
            ("{id}", true), ("{class}+{student}", true), ("照片-{sequence}", true), ("", true),
            ("{name}", false), ("{id", false), ("id}", false), ("{{id}}", false), ("{}", false),
            ("{ID}", false),
        ])
    func templates(text: String, isRight: Bool) {
        #expect((NameTemplate(text) != nil) == isRight)
    }

    @Test(
        "a tree stays in the hand-over, and is no deeper than old readers go",
        arguments: [
            ("PHOTOS", "{id}", true), ("", "{id}", true), ("a/{class}/b", "{id}", true),
            ("a/b/c/d/e", "{id}", true), ("a/b/c/d/e/f", "{id}", false), ("../x", "{id}", false),
            ("/x", "{id}", false), ("a/../b", "{id}", false), (".", "{id}", false),
            ("a", "../{id}", false), ("a", "x/{id}", false), ("a", "", false),
            ("{x}", "{id}", false),
        ])
    func trees(folder: String, file: String, isRight: Bool) {
        #expect((Layout.Tree(folder: folder, file: file) != nil) == isRight)
    }

    @Test("a hand-over holds each tree of each layout once, with what each says")
    func several() throws {
        let session = HandOverSession(
            name: try SessionName("day"),
            portraits: [
                Sample.portrait(1, number: "11010519491231002X", of: "软件1班"),
                Sample.portrait(2, digest: "b"),
            ])
        let originals = Layout(
            name: "own",
            trees: [
                try #require(
                    Layout.Tree(folder: "原图/{class}", file: "{sequence}", picture: .original))
            ])
        var order = HandOverOrder([session], layouts: Layout.shipped(file: "{id}") + [originals])
        order.layouts.append(.notice(file: "{id}"))
        let plan = try HandOverPlan.volumes(of: order, from: SampleSource(suffix: ".png"))[0]
        let photos = plan.files.map(\.path).filter { $0.hasSuffix(".jpg") || $0.hasSuffix(".png") }
        let code = String(repeating: "b", count: 16)
        #expect(
            photos == [
                "PHOTOS/11010519491231002X.jpg", "PHOTOS/\(code).jpg",
                "按班级/软件1班/软件1班+aaaaaaaaaaaaaaaa.jpg", "按班级/未分班/未分班+\(code).jpg",
                "按学号/aaaaaaaaaaaaaaaa.jpg", "按学号/\(code).jpg", "IMAGES/1.jpg", "IMAGES/2.jpg",
                "原图/软件1班/1.png", "原图/未分班/2.png",
            ])
        let original = try #require(plan.files.first { $0.path == "原图/软件1班/1.png" })
        #expect(original.content == .original(PortraitID(session.name, 1)))
        #expect(original.byteCount == "original day:1".utf8.count)
    }

    @Test("INDEX.TXT names volume, folder, image and room as yearbook programs read them")
    func index() throws {
        let session = HandOverSession(
            name: try SessionName("2026-11-23"),
            portraits: [Sample.portrait(1, of: "3 b"), Sample.portrait(2, digest: "b")])
        let layouts = Layout.shipped(file: "{id}").filter(\.hasIndex)
        let plan = try HandOverPlan.volumes(
            of: HandOverOrder([session], layouts: layouts), from: SampleSource())[0]
        #expect(
            try plan.text("INDEX.TXT")
                == "KIOSK_2026_11_23\tIMAGES\t1.jpg\t3 b\t\t\t\t3 b\r\n"
                + "KIOSK_2026_11_23\tIMAGES\t2.jpg\t\t\t\t\t\r\n")
    }

    @Test(
        "the manifest names session, class and every tree's file, and what a file was to be called")
    func manifest() throws {
        let session = HandOverSession(
            name: try SessionName("day"),
            portraits: [
                Sample.portrait(1, of: "=1/2"), Sample.portrait(2, digest: "b", of: "=1/2"),
            ])
        let tree = try #require(Layout.Tree(folder: "{class}", file: "x"))
        let layouts = [Layout(name: "own", trees: [tree]), .notice(file: "{id}")]
        let plan = try HandOverPlan.volumes(
            of: HandOverOrder([session], layouts: layouts), from: SampleSource())[0]
        let lines = try #require(try plan.text("manifest.csv")).split(separator: "\r\n")
        #expect(
            lines[0].dropFirst() == """
                session,class,sequence,file,name,number,time,bytes,sha256,verdict,volume,renamed,file_2
                """)
        #expect(lines[1].hasPrefix("day,'=1/2,1,'=12/x.jpg,"))
        #expect(lines[1].hasSuffix(",1,'=1/2/x.jpg,PHOTOS/aaaaaaaaaaaaaaaa.jpg"))
        #expect(lines[2].contains(",'=12/x-bbbbbbbbbbbbbbbb.jpg,"))
        #expect(plan.facts.renamed == 2)
    }
}
