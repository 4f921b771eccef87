import KioskCore
import Testing

struct IDNumberTests {
    @Test(
        "a number with the standard's check character is right",
        arguments: [
            "11010519491231002X", "440524188001010014", "13010220030229001X",
            "810000200101010011", "820000200101010021", "830000200101010031",
        ])
    func rightCheck(_ text: String) {
        #expect(IDNumber(text)?.hasRightCheck == true)
    }

    @Test("any single wrong digit is found")
    func wrongDigit() {
        let right = Array("11010519491231002X")
        for place in right.indices.dropLast() {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(IDNumber(String(wrong))?.hasRightCheck == false)
            }
        }
    }

    @Test("two neighbours exchanged are found")
    func exchangedNeighbours() {
        let right = Array("440524188001010014")
        for place in 0..<16 where right[place] != right[place + 1] {
            var wrong = right
            wrong.swapAt(place, place + 1)
            #expect(IDNumber(String(wrong))?.hasRightCheck == false)
        }
    }

    @Test(
        "what people type becomes the number that is meant",
        arguments: [
            (" 110105 19491231 002x ", "11010519491231002X"),
            ("１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
            ("\u{FEFF}e12345678", "E12345678"),
        ])
    func cleaned(typed: String, meant: String) {
        #expect(IDNumber(typed)?.text == meant)
    }

    @Test(
        "what cannot be a number is none",
        arguments: ["", "   ", "12-34", "张三", String(repeating: "1", count: 21)])
    func refused(_ typed: String) {
        #expect(IDNumber(typed) == nil)
    }

    @Test("only the last four characters are shown")
    func masked() {
        #expect(IDNumber("11010519491231002X")?.masked == "**************002X")
    }
}
