import Testing

@testable import KioskCore

struct HandOverReadmeTests {
    private static func text(
        _ layouts: [Layout], closing: String? = nil, readme: String? = nil
    ) throws -> String {
        let portraits = (1...5).map {
            Sample.portrait($0, digest: Character("\($0)"), of: "class \($0)")
        }
        let session = HandOverSession(name: try SessionName("day"), portraits: portraits)
        var order = HandOverOrder([session], layouts: layouts)
        (order.closingDate, order.readme) = (closing, readme)
        let plan = try HandOverPlan.volumes(of: order, from: SampleSource())[0]
        return try #require(try plan.text("README.txt"))
    }

    private static func layout(_ trees: (String, String, Layout.Tree.Picture)...) throws -> Layout {
        let trees = try trees.map { folder, file, picture in
            try #require(Layout.Tree(folder: folder, file: file, picture: picture))
        }
        return Layout(name: "own", trees: trees)
    }

    @Test(
        "it says where the portraits are, what comes next and until when, how to check and how to have it proven"
    )
    func words() throws {
        let text = try Self.text(Layout.shipped(file: "{id}"), closing: "2026-04-20")
        let needed = [
            "IMAGES、PHOTOS、按学号、按班级", "IMAGES, PHOTOS, 按学号, 按班级", "30 至 40 天", "30 to 40 days",
            "2026-04-20", "sha256sum -c SHA256SUMS", "certutil", "证件号码.jpg", "<ID number>.jpg",
            "原图", "以证件号码命名", "is named by the ID number",
        ]
        for words in needed { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("{") && !text.contains("480"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(!lines.contains { $0.contains("\n") } && lines.count > 40)
    }

    @Test("folders are called as they are there, many by their pattern, the root by words")
    func places() throws {
        let root = try Self.text([Self.layout(("", "{id}", .portrait))])
        #expect(root.contains("在 本文件夹 里") && root.contains("are in this very folder."))
        let many = try Self.text([Self.layout(("{class}", "{id}", .portrait))])
        #expect(many.contains("are in <class>."))
        let moved = try Self.text([Self.layout(("sheets", "{id}", .portrait))])
        #expect(moved.contains("are in sheets_1."))
    }

    @Test("originals are told from portraits, and a name that is no number is said to be none")
    func kinds() throws {
        let both = try Self.text([
            Self.layout(("A", "{student}", .portrait), ("B", "{id}", .original))
        ])
        #expect(both.contains("are in A.") && both.contains("B holds the camera's pictures"))
        #expect(both.contains("rename the portrait to <ID number>.jpg"))
        #expect(!both.contains("以证件号码命名"))
        let originals = try Self.text([Self.layout(("B", "{id}", .original))])
        #expect(originals.contains("证件照不在这里") && !originals.contains("The portraits (JPEG)"))
    }

    @Test("without a closing date none is named, and a text of the studio's own takes its place")
    func own() throws {
        let none = try Self.text([.notice(file: "{id}")])
        #expect(!none.contains("截止日期") && !none.contains("are taken until"))
        let own = try Self.text([.notice(file: "{id}")], readme: "a\nb")
        #expect(own == "\u{FEFF}a\r\nb" || own == "a\r\nb")
    }
}
