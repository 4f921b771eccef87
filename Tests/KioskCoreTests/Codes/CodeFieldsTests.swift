import FoundationEssentials
import KioskCore
import Testing

struct CodeFieldsTests {
    private static let papers =
        #"{"sjc":"1760000000000","cjm":"9f86d081884c7d65","yxdm":"10001","zjhm":"002X","xh":"2022001","cc":"本科","xm":"张*三"}"#

    private static func base64(_ text: String) -> [UInt8] {
        Array(Data(text.utf8).base64EncodedString().utf8)
    }

    @Test("Base64 of a known object gives its fields")
    func knownObject() {
        let fields = CodeFields(parsing: Self.base64(Self.papers))
        #expect(fields.form == .base64JSON)
        #expect(fields.maskedName == "张*三")
        #expect(fields.maskedNumber == "**************002X")
        #expect(fields.school == "10001")
        #expect(fields.studentNumber == "2022001")
        #expect(fields.level == "本科")
    }

    @Test("Base64url without padding and Base64 with line ends are the same object")
    func variants() {
        let standard = Self.base64(Self.papers)
        let url = standard.filter { $0 != UInt8(ascii: "=") }.map { byte -> UInt8 in
            byte == UInt8(ascii: "+")
                ? UInt8(ascii: "-") : (byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte)
        }
        let lines = standard[..<76] + [0x0D, 0x0A] + standard[76...]
        #expect(CodeFields(parsing: url) == CodeFields(parsing: standard))
        #expect(CodeFields(parsing: Array(lines)) == CodeFields(parsing: standard))
    }

    @Test(
        "every form is told apart",
        arguments: [
            (papers, CodeFields.Form.json),
            (#"  {"a": 1}"#, .json),
            ("https://example.org/q?xm=%E5%BC%A0*&zjhm=1234", .url),
            ("https://example.org/", .opaque),
            ("#kd83hf0s8fh", .opaque),
            ("", .opaque),
            ("{\"broken\": ", .opaque),
        ])
    func forms(text: String, form: CodeFields.Form) {
        #expect(CodeFields(parsing: Array(text.utf8)).form == form)
    }

    @Test("Base64 of an object without a known key is opaque: it is not of this kind")
    func unknownKeys() {
        #expect(CodeFields(parsing: Self.base64(#"{"foo":"bar"}"#)).form == .opaque)
    }

    @Test("an address gives its unescaped fields")
    func address() {
        let fields = CodeFields(
            parsing: Array("https://e.org/q?xm=%E5%BC%A0*&zjhm=1234&yxdm=10001".utf8))
        #expect(fields.maskedName == "张*")
        #expect(fields.maskedNumber == "**************1234")
        #expect(fields.school == "10001")
    }

    @Test("a broken escape gives no field and no error")
    func brokenEscape() {
        let fields = CodeFields(parsing: Array("https://e.org/q?xm=%E5%B&yxdm=10001".utf8))
        #expect(fields.maskedName == nil)
        #expect(fields.school == "10001")
    }

    @Test("the raw bytes of a code are kept whatever they are")
    func rawBytes() {
        let bytes: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0x00, 0xFF]
        let code = CaptureCode(bytes: bytes, reader: "zbar")
        #expect(code.bytes == bytes)
        #expect(code.fields.form == .opaque)
    }
}
