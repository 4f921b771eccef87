import KioskCore
import Testing

struct SessionNameTests {
    @Test("names people give are taken", arguments: ["2026-11-23", "软件学院-1", "a", "A b.c_d"])
    func taken(_ text: String) throws {
        #expect(try SessionName(text).description == text)
    }

    @Test(
        "what could leave the folder or is no name is refused",
        arguments: [
            "", "a/b", "../x", ".hidden", "-x", " x", "a\nb", "a\0b", "a:b",
            String(repeating: "x", count: 61),
        ])
    func refused(_ text: String) {
        let error = #expect(throws: KioskError.self) { try SessionName(text) }
        #expect(error?.code == .sessionName)
        #expect(error?.exitStatus == 64)
    }
}
