import Testing

@testable import KioskCore

struct ForeignCodesTests {
    @Test(
        "codes for payment, chat, networks and contacts are foreign, however they are written",
        arguments: [
            ("https://qr.alipay.com/fkx1234", ForeignCodes.Kind.payment),
            ("HTTPS://QR.ALIPAY.COM/FKX1234", .payment),
            ("alipays://platformapi/startapp", .payment),
            ("wxp://f2f0abc", .payment), ("https://qr.95516.com/00010000/1", .payment),
            ("weixin://wxpay/bizpayurl?pr=1", .chat), ("http://weixin.qq.com/x/abc", .chat),
            ("https://u.wechat.com/abc", .chat), ("https://qm.qq.com/q/1", .chat),
            ("WIFI:T:WPA;S:studio;P:secret;;", .network), ("wifi:S:a;;", .network),
            ("BEGIN:VCARD\r\nFN:Zhang", .contact), ("MECARD:N:Zhang;;", .contact),
            ("TEL:+8613800138000", .contact), ("mailto:a@example.org", .contact),
            ("geo:39.9,116.4", .other), ("\u{FEFF}wxp://f2f0", .payment),
        ])
    func foreign(text: String, kind: ForeignCodes.Kind) {
        #expect(ForeignCodes().kind(of: Sample.code(text)) == kind)
    }

    @Test(
        "everything else counts as a 采集码",
        arguments: [
            "", "eyJzamMiOiIxNzYwIn0=", "alipay4a8f", "weixin", #"{"xm":"张*","bh":"alipay"}"#,
            "https://www.chsi.com.cn/xlcx?code=alipay", "https://my.chsi.com.cn/archive#weixin",
            "https://example.org/wechat", "\u{1B}]0;wxp://\u{07}", "telephone", "A:B:alipay",
        ])
    func own(text: String) {
        #expect(ForeignCodes().kind(of: Sample.code(text)) == nil)
        #expect(
            ForeignCodes().kind(of: CaptureCode(bytes: [0xFF, 0xFE, 0x00], reader: "a")) == nil)
    }

    @Test("kiosk.conf's table takes the place of the shipped one; an empty one refuses nothing")
    func configured() throws {
        func read(_ text: String) throws -> ForeignCodes {
            try KioskConfig(
                entries: [
                    ConfigEntry(path: "codes.foreign", value: .text(text), line: 1, column: 1)
                ], file: "kiosk.conf"
            ).booth.foreignCodes
        }
        let code = Sample.code("https://qr.alipay.com/1")
        #expect(try read("").kind(of: code) == nil)
        #expect(try read("  example.org ").kind(of: Sample.code("http://EXAMPLE.org/")) == .other)
        #expect(KioskConfig().booth.foreignCodes.kind(of: code) == .payment)
    }
}
