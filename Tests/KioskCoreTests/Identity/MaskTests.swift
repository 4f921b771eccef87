import KioskCore
import Testing

struct MaskTests {
    @Test(
        "names keep their first and last character",
        arguments: [
            ("张三", "张*"), ("张小三", "张*三"), ("欧阳小小三", "欧***三"), ("李", "李"),
            ("张*三", "张*三"), ("𠮷田三", "𠮷*三"), ("", ""),
            ("*三", "*三"), ("张小三丰*", "张****"), ("张小*三丰", "张***丰"), ("*", "*"),
        ])
    func names(full: String, shown: String) {
        #expect(Mask.name(full) == shown)
    }

    @Test(
        "numbers keep their last four characters, short ones a third, however they come masked",
        arguments: [
            ("11010519491231002X", "**************002X"), ("E12345678", "******678"),
            ("123456", "****56"), ("12", "**"), ("", ""),
            ("**************002X", "**************002X"),
            ("1301**********1234", "**************1234"),
            ("110105194912310*X", "*************10*X"),
        ])
    func numbers(full: String, shown: String) {
        #expect(Mask.number(full) == shown)
    }

    @Test(
        "numbers in a text show their last four characters, and other numbers stay",
        arguments: [
            ("changed PHOTOS/11010519491231002X.jpg", "changed PHOTOS/**************002X.jpg"),
            ("E12345678-2.jpg (+3)", "E****5678-2.jpg (+3)"),
            ("SHA256SUMS line 12345", "SHA256SUMS line 12345"),
            (
                "110105194912310021 and 130102200302291234",
                "**************0021 and **************1234"
            ),
        ])
    func digits(text: String, shown: String) {
        #expect(Mask.digits(in: text) == shown)
    }

    @Test(
        "a mask fits the text behind it",
        arguments: [
            ("张*", "张三"), ("张*", "张小三"), ("张*三", "张小三"),
            ("**************002X", "11010519491231002x"),
            ("1301**********1234", "130102200302291234"), ("（张*）", "张 三"), ("*", "三"),
            ("𠮷*", "𠮷三"), ("张三", "张三"),
        ])
    func fits(mask: String, full: String) {
        #expect(Mask.matches(mask, full))
    }

    @Test(
        "a mask does not fit another text",
        arguments: [
            ("张*", "李三"), ("张*", "张"), ("张*三", "张三"), ("**************002X", "110105194912310021"),
            ("**", "三"), ("", "三"), ("张*四", "张小三"),
        ])
    func doesNotFit(mask: String, full: String) {
        #expect(!Mask.matches(mask, full))
    }

    @Test("a mask of many stars is matched at once")
    func manyStars() {
        let mask = String(repeating: "*1", count: 60) + "X"
        #expect(!Mask.matches(mask, String(repeating: "1", count: 400)))
    }
}
