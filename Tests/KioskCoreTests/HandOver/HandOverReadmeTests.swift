import Testing

@testable import KioskCore

struct HandOverReadmeTests {
    private static func order(closing: String?, readme: String? = nil) throws -> HandOverOrder {
        let session = HandOverSession(
            name: try SessionName("day"), portraits: [Sample.portrait()])
        var order = HandOverOrder([session], layouts: Layout.shipped(file: "{id}"))
        (order.closingDate, order.readme) = (closing, readme)
        return order
    }

    @Test(
        "it says where the portraits are, what comes next and until when, how to check and how to have it proven"
    )
    func words() throws {
        let text = HandOverReadme.text(try Self.order(closing: "2026-04-20"))
        let needed = [
            "IMAGES、PHOTOS、按学号、按班级", "IMAGES, PHOTOS, 按学号, 按班级", "30 至 40 天", "30 to 40 days",
            "2026-04-20", "sha256sum -c SHA256SUMS", "certutil", "证件号码.jpg", "<ID number>.jpg",
            "原图",
        ]
        for words in needed { #expect(text.contains(words), "\(words)") }
        #expect(text.hasPrefix("\u{FEFF}") && !text.contains("[closing]") && !text.contains("{"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(!lines.contains { $0.contains("\n") } && lines.count > 40)
    }

    @Test("without a closing date none is named, and a text of the studio's own takes its place")
    func own() throws {
        let none = HandOverReadme.text(try Self.order(closing: nil))
        #expect(!none.contains("截止日期") && !none.contains("are taken until"))
        let own = HandOverReadme.text(try Self.order(closing: nil, readme: "a\nb"))
        #expect(own == "\u{FEFF}a\r\nb")
    }
}
