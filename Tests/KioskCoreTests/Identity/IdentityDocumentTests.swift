import KioskCore
import Testing

struct IdentityDocumentTests {
    @Test(
        "every document a student can have is told by the form of its number",
        arguments: [
            ("11010519491231002X", IdentityDocument.residentCard, "11010519491231002X"),
            ("440524188001010014", .residentCard, "440524188001010014"),
            ("810000200101010011", .residentCard, "810000200101010011"),
            ("820000200101010021", .residentCard, "820000200101010021"),
            ("830000200101010031", .residentCard, "830000200101010031"),
            ("110105491231002", .residentCard, "11010519491231002X"),
            ("999999199001010016", .foreignerCard, "999999199001010016"),
            ("abc123456789012", .olderForeignerCard, "ABC123456789012"),
            ("H12345678", .homeReturnPermit, "H12345678"),
            ("m1234567801", .homeReturnPermit, "M12345678"),
            ("12345678", .taiwanPermit, "12345678"),
            ("12345678（0）", .passport, "123456780"),
            ("E12345678", .passport, "E12345678"), ("AB1234567", .passport, "AB1234567"),
            ("123456789", .passport, "123456789"),
        ])
    func told(typed: String, document: IdentityDocument, number: String) throws {
        let found = try #require(IDNumber(typed)).documented().get()
        #expect(found.document == document)
        #expect(found.number.text == number)
    }

    @Test(
        "what no document has is wrong, with the reason",
        arguments: [
            ("110105194912310021", NumberFault.check), ("13010220030229001X", .birthDate),
            ("1101051949123100", .form), ("11010519491231002", .form), ("1101051949123100X", .form),
            ("1101051949123100211", .form), ("1234", .form), ("110105491331002", .birthDate),
            ("99999919900101001X", .check),
        ])
    func wrong(typed: String, fault: NumberFault) throws {
        guard case .failure(let error) = try #require(IDNumber(typed)).documented() else {
            Issue.record("\(typed) was taken")
            return
        }
        #expect(error.fault == fault)
    }

    @Test("one digit too few or too many, or any wrong one, never makes another document's number")
    func slips() throws {
        let right = Array("11010519491231002X")
        for place in right.indices {
            var short = right
            short.remove(at: place)
            #expect(throws: IDNumber.NumberError.self) {
                try #require(IDNumber(String(short))).documented().get()
            }
            var long = right
            long.insert(right[place], at: place)
            #expect(throws: IDNumber.NumberError.self) {
                try #require(IDNumber(String(long))).documented().get()
            }
        }
    }
}
